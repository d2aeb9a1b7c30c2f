package groundschool.emulator.iam.operation;

import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.credential.Credentials;
import groundschool.emulator.iam.credential.ServiceCredential;
import groundschool.emulator.iam.identity.User;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/// The credential for a single service that an operation names, and how IAM shows it.
///
/// Source: [Service-specific
/// credentials](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_service-specific-creds.html)
final class ServiceCredentials {

    private static final String BEDROCK = "bedrock.amazonaws.com";

    private static final Set<String> SERVICES =
            Set.of("codecommit.amazonaws.com", "cassandra.amazonaws.com", BEDROCK);

    private static final int SECRET_BYTES = 33;

    private ServiceCredentials() {}

    /// @throws groundschool.emulator.AwsException if the service has no such credentials
    static void requireKnown(String service) {
        if (!SERVICES.contains(service)) {
            throw IamErrors.notSupportedService(service);
        }
    }

    /// Whether its credentials are keys of an API, which may end, rather than names with passwords.
    static boolean hasApiKeys(String service) {
        return service.equals(BEDROCK);
    }

    /// What a user's next credential is called.
    ///
    /// @param number how many there have been
    static String name(String service, User user, int number, Call call) {
        var counted = number == 0 ? "" : "+" + number;
        return hasApiKeys(service)
                ? "BedrockAPIKey-%s-at-%s"
                        .formatted(IamIds.uuid(call).substring(0, 4), call.account())
                : user.name() + counted + "-at-" + call.account();
    }

    static String secret(String service, String name, Call call) {
        var bytes = new byte[SECRET_BYTES];
        call.random().nextBytes(bytes);
        var secret = Base64.getEncoder().encodeToString(bytes);
        return hasApiKeys(service)
                ? "ABSK"
                        + Base64.getEncoder()
                                .encodeToString(
                                        (name + ":" + secret).getBytes(StandardCharsets.UTF_8))
                : secret;
    }

    /// @throws groundschool.emulator.AwsException if the user has none of that id
    static ServiceCredential named(
            Identities identities, Call call, Optional<String> userName, String id) {
        var user = Known.user(identities, UserNames.orOwn(userName, call));
        return Credentials.in(identities)
                .serviceCredential(id)
                .filter(credential -> credential.userId().equals(user.id()))
                .orElseThrow(
                        () -> IamErrors.noSuchEntity("No such credential %s exists".formatted(id)));
    }

    /// A credential with its secret, which is shown when it is made.
    record Whole(
            Instant createDate,
            Optional<Instant> expirationDate,
            String serviceName,
            Optional<String> serviceUserName,
            Optional<String> servicePassword,
            Optional<String> serviceCredentialAlias,
            Optional<String> serviceCredentialSecret,
            String serviceSpecificCredentialId,
            String userName,
            String status) {

        static Whole of(ServiceCredential credential, String secret, String userName, Call call) {
            var isKey = hasApiKeys(credential.service());
            return new Whole(
                    credential.createdAt(),
                    credential.expiresAt(),
                    credential.service(),
                    Optional.of(credential.name()).filter(_ -> !isKey),
                    Optional.of(secret).filter(_ -> !isKey),
                    Optional.of(credential.name()).filter(_ -> isKey),
                    Optional.of(secret).filter(_ -> isKey),
                    credential.id(),
                    userName,
                    credential.status(call.now()));
        }
    }

    record Shown(
            String userName,
            String status,
            Optional<String> serviceUserName,
            Optional<String> serviceCredentialAlias,
            Instant createDate,
            Optional<Instant> expirationDate,
            String serviceSpecificCredentialId,
            String serviceName) {

        static Shown of(ServiceCredential credential, String userName, Call call) {
            var isKey = hasApiKeys(credential.service());
            return new Shown(
                    userName,
                    credential.status(call.now()),
                    Optional.of(credential.name()).filter(_ -> !isKey),
                    Optional.of(credential.name()).filter(_ -> isKey),
                    credential.createdAt(),
                    credential.expiresAt(),
                    credential.id(),
                    credential.service());
        }
    }
}
