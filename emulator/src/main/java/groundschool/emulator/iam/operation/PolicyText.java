package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.policy.DocumentKind;
import groundschool.emulator.iam.policy.MalformedPolicyException;
import groundschool.emulator.iam.policy.Policy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The text of a policy, as it comes in and as IAM shows it.
///
/// Source:
/// [GetUserPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUserPolicy.html):
/// "URL-encoded compliant with RFC 3986"
final class PolicyText {

    private PolicyText() {}

    /// The document, which IAM keeps as it is written.
    ///
    /// @throws groundschool.emulator.AwsException if it is no policy of that kind
    static String checked(DocumentKind kind, String document) {
        try {
            Policy.parse(kind, document);
            return document;
        } catch (MalformedPolicyException malformed) {
            throw IamErrors.malformedPolicy(malformed);
        }
    }

    /// As IAM shows it: all but letters, digits, `-`, `.`, `_` and `~` encoded.
    static String encoded(String document) {
        return URLEncoder.encode(document, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
