package groundschool.emulator.iam.policy;

/// How closely a statement names the requester, the closest last. It decides what else has to
/// allow.
///
/// Source: [How AWS enforcement code logic evaluates
/// requests](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html),
/// resource-based policies
enum PrincipalMatch {
    /// Not at all.
    NONE,
    /// By account: that the account may decide who may.
    ACCOUNT,
    /// A session by its role, or by the user who asked for it: limited by permissions boundary and
    /// session policy.
    ORIGIN,
    /// Itself, or everybody: limited by nothing but a deny.
    DIRECT;

    boolean isAtLeast(PrincipalMatch other) {
        return compareTo(other) >= 0;
    }

    PrincipalMatch or(PrincipalMatch other) {
        return isAtLeast(other) ? this : other;
    }
}
