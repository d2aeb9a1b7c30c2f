package groundschool.emulator.iam.policy;

/// How a question was decided.
///
/// Source: [The difference between explicit and implicit
/// denies](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html)
public sealed interface Verdict {

    /// What let them.
    enum Grant {
        /// Root may do everything in its account.
        ROOT("The account's root may do everything in its account."),
        IDENTITY("An identity-based policy allows it."),
        /// The resource's policy names the requester, and nothing else is needed.
        RESOURCE("The policy of the resource allows it to this requester."),
        /// For a role's trust policy.
        TRUST("The role trusts this requester."),
        /// The requester's account and the resource's both do.
        BOTH_ACCOUNTS(
                "The requester's account allows it, and so does the policy of the other account's resource.");

        private final String sentence;

        Grant(String sentence) {
            this.sentence = sentence;
        }

        /// The reason, for people.
        public String sentence() {
            return sentence;
        }
    }

    /// They may.
    record Allowed(Grant by) implements Verdict {}

    /// They may not, because a statement says so.
    record ExplicitlyDenied(PolicyType type, AttachedPolicy policy, Statement statement)
            implements Verdict {}

    /// They may not, because no policy of a type that has to allow does so.
    record ImplicitlyDenied(PolicyType missing) implements Verdict {}
}
