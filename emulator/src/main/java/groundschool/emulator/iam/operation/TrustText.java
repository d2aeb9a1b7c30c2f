package groundschool.emulator.iam.operation;

import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.policy.DocumentKind;
import groundschool.emulator.iam.policy.MalformedPolicyException;
import groundschool.emulator.iam.policy.NamedPrincipal;
import java.util.Optional;
import java.util.regex.Pattern;

/// A trust policy, whose principals have to be there.
///
/// Source: [Validate IAM
/// policies](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html)
final class TrustText {

    private static final Pattern LOCAL =
            Pattern.compile(
                    "arn:aws:(?:iam::([0-9]{12}):(user|role)/|sts::([0-9]{12}):(assumed-role)/)(.+)");
    private static final Pattern SERVICE =
            Pattern.compile(
                    "[a-z0-9]([a-z0-9.-]*[a-z0-9])?\\.(amazonaws\\.com(\\.cn)?|amazon\\.com|aws\\.internal)");
    private static final Pattern PROVIDER =
            Pattern.compile(
                    "arn:aws[a-z-]*:iam::[0-9]{12}:(oidc|saml)-provider/.+|cognito-identity\\.amazonaws\\.com|accounts\\.google\\.com|graph\\.facebook\\.com|www\\.amazon\\.com");

    private TrustText() {}

    /// The document, which IAM keeps as it is written.
    ///
    /// @throws groundschool.emulator.AwsException if it is no trust policy, or names somebody who
    ///   is not there
    static String checked(String document, Identities identities, Call call) {
        PolicyText.checked(DocumentKind.TRUST, document);
        if (PolicyText.size(document) > Quotas.TRUST_POLICY_CHARACTERS) {
            throw IamErrors.limitExceeded(
                    "Cannot exceed quota for ACLSizePerRole: " + Quotas.TRUST_POLICY_CHARACTERS);
        }
        for (var statement :
                identities.permissions().read(DocumentKind.TRUST, document).statements()) {
            for (var name : statement.principals().names()) {
                check(name, identities, call);
            }
        }
        return document;
    }

    private static void check(NamedPrincipal principal, Identities identities, Call call) {
        var kind =
                switch (principal) {
                    case NamedPrincipal.Everyone _,
                            NamedPrincipal.Account _,
                            NamedPrincipal.CanonicalUser _ ->
                            Optional.<String>empty();
                    case NamedPrincipal.Arn(var arn) ->
                            unless(isThere(arn, identities, call), "AWS");
                    case NamedPrincipal.UniqueId(var id) -> unless(isKnown(id, identities), "AWS");
                    case NamedPrincipal.Service(var name) ->
                            unless(SERVICE.matcher(name).matches(), "SERVICE");
                    case NamedPrincipal.Federated(var name) ->
                            unless(PROVIDER.matcher(name).matches(), "FEDERATED");
                };
        kind.ifPresent(each -> {
            throw IamErrors.malformedPolicy(
                    MalformedPolicyException.invalidPrincipal(each, principal.text()));
        });
    }

    private static Optional<String> unless(boolean isGood, String kind) {
        return isGood ? Optional.empty() : Optional.of(kind);
    }

    /// Unlike AWS, which knows the principals of all accounts, it takes those of others unseen.
    private static boolean isThere(String arn, Identities identities, Call call) {
        var parts = LOCAL.matcher(arn);
        if (!parts.matches()) {
            return true;
        }
        var account = Optional.ofNullable(parts.group(1)).orElse(parts.group(3));
        if (!account.equals(call.account())) {
            return true;
        }
        var rest = parts.group(5);
        var name = rest.substring(rest.lastIndexOf('/') + 1);
        return "assumed-role".equals(parts.group(4))
                ? identities.role(rest.substring(0, Math.max(0, rest.indexOf('/')))).isPresent()
                : "user".equals(parts.group(2))
                        ? identities
                                .user(name)
                                .filter(user -> user.arn(account).equals(arn))
                                .isPresent()
                        : identities
                                .role(name)
                                .filter(role -> role.arn(account).equals(arn))
                                .isPresent();
    }

    private static boolean isKnown(String id, Identities identities) {
        return identities.userOfId(id).isPresent()
                || identities.roles().anyMatch(role -> role.id().equals(id));
    }
}
