package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.identity.Grants;
import groundschool.emulator.iam.policy.DocumentKind;
import groundschool.emulator.iam.policy.MalformedPolicyException;
import groundschool.emulator.iam.policy.Policy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

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

    /// With that inline policy, if there is room for it. White space does not count.
    ///
    /// @param most how many characters the inline policies of such a thing may come to
    /// @param whose as IAM puts it into the message, such as `user ada`
    /// @throws groundschool.emulator.AwsException if it is no policy, or too long
    static Grants put(Grants grants, String name, String document, int most, String whose) {
        var changed = grants.put(name, checked(DocumentKind.INLINE, document));
        if (changed.inline().values().stream().mapToLong(PolicyText::size).sum() > most) {
            throw IamErrors.limitExceeded(
                    "Maximum policy size of %d bytes exceeded for %s".formatted(most, whose));
        }
        return changed;
    }

    /// The inline policy of that name.
    ///
    /// @param kind as IAM puts it into the message, such as `user policy`
    static String named(Grants grants, String name, String kind) {
        return Optional.ofNullable(grants.inline().get(name))
                .orElseThrow(() -> IamErrors.noSuchEntity(kind, name));
    }

    /// How many characters of a document count towards quotas.
    static long size(String document) {
        return document.chars().filter(each -> !Character.isWhitespace(each)).count();
    }

    /// As IAM shows it: all but letters, digits, `-`, `.`, `_` and `~` encoded.
    static String encoded(String document) {
        return URLEncoder.encode(document, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
