package groundschool.emulator.iam.policy;

/// A policy document that AWS would not take. The message is AWS's own, ready for
/// `MalformedPolicyDocument` or whatever a service calls it.
///
/// Source: [CreatePolicy,
/// errors](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html#API_CreatePolicy_Errors)
public final class MalformedPolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;

    MalformedPolicyException(String text) {
        super(text);
        this.text = text;
    }

    /// AWS's words.
    public String text() {
        return text;
    }

    /// A trust policy or resource policy that names somebody who does not exist. Whether they do,
    /// the parser cannot know.
    ///
    /// @param kind `AWS`, `SERVICE` or `FEDERATED`
    public static MalformedPolicyException invalidPrincipal(String kind, String principal) {
        return Malformed.invalidPrincipal(kind, principal);
    }
}
