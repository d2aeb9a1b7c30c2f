package groundschool.emulator.iam.policy;

/// The types of policies, in the order in which AWS's documentation goes through them.
///
/// Source: [Troubleshoot access denied error
/// messages](https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html) for
/// their names in messages. That page has `a sessions policy` once; what AWS sends is `a session
/// policy`.
public enum PolicyType {
    SERVICE_CONTROL("service control policy", "a service control policy"),
    RESOURCE("resource-based policy", "a resource-based policy"),
    TRUST("role trust policy", "the role trust policy"),
    IDENTITY("identity-based policy", "an identity-based policy"),
    BOUNDARY("permissions boundary", "a permissions boundary"),
    SESSION("session policy", "a session policy");

    private final String words;
    private final String withArticle;

    PolicyType(String words, String withArticle) {
        this.words = words;
        this.withArticle = withArticle;
    }

    /// Such as `identity-based policy`.
    public String words() {
        return words;
    }

    /// Such as `an identity-based policy`.
    public String withArticle() {
        return withArticle;
    }
}
