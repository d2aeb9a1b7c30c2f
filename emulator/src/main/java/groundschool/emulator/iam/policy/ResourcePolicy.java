package groundschool.emulator.iam.policy;

/// The policy of the resource that is asked about.
///
/// Source: [Identity-based policies and resource-based
/// policies](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html)
public record ResourcePolicy(AttachedPolicy attached, Rule rule) {

    /// What it means for requesters of the resource's own account. "IAM role trust policies and KMS
    /// key policies are exceptions to this logic, because they must explicitly allow access for
    /// principals."
    ///
    /// Source: [How AWS enforcement code logic evaluates
    /// requests](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html)
    public enum Rule {
        /// It allows in addition to identity-based policies: a bucket's, a queue's, a function's.
        ADDS,
        /// Nobody may whom it does not allow, if only by account: a KMS key's.
        MUST_ALLOW,
        /// The same, for a role's trust policy.
        TRUSTS
    }

    PolicyType type() {
        return rule == Rule.TRUSTS ? PolicyType.TRUST : PolicyType.RESOURCE;
    }

    boolean mustAllow() {
        return rule != Rule.ADDS;
    }
}
