package groundschool.emulator.iam.policy;

/// Where a policy comes from, as the IAM simulator names it.
///
/// Source: [Statement,
/// SourcePolicyType](https://docs.aws.amazon.com/IAM/latest/APIReference/API_Statement.html)
public enum Origin {
    /// Embedded in the user.
    USER("user"),
    /// Embedded in one of the user's groups.
    GROUP("group"),
    /// Embedded in the role.
    ROLE("role"),
    /// Managed by AWS.
    AWS_MANAGED("aws-managed"),
    /// Managed by the account.
    USER_MANAGED("user-managed"),
    /// Attached to the resource.
    RESOURCE("resource"),
    /// Passed along when the session was made, or none of the others.
    NONE("none");

    private final String word;

    Origin(String word) {
        this.word = word;
    }

    /// As the simulator spells it.
    public String word() {
        return word;
    }
}
