package groundschool.emulator.cognito.pool;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Hashes;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// An application that people sign in to.
///
/// @param secrets the newest last; none if the client is public
/// @param settings what was said about it
public record AppClient(
        String id,
        String userPoolId,
        String name,
        List<Secret> secrets,
        Instant createdAt,
        Instant modifiedAt,
        ClientSettings settings) {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    public AppClient {
        secrets = List.copyOf(secrets);
    }

    /// What only the application and the pool know.
    public record Secret(String id, String value, Instant createdAt) {

        /// A fresh one.
        public static Secret fresh(String clientId, SecureRandom random, Instant now) {
            var text = new StringBuilder();
            for (int i = 0; i < 52; i++) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            return of(clientId, text.toString(), now);
        }

        /// One that was brought along.
        public static Secret of(String clientId, String value, Instant now) {
            return new Secret(clientId + "--" + now.toEpochMilli(), value, now);
        }
    }

    public boolean hasSecret() {
        return !secrets.isEmpty();
    }

    /// Whether a flow may be used, such as `USER_SRP_AUTH`.
    public boolean allows(String flow) {
        var flows = settings.explicitAuthFlows();
        return flows.contains("ALLOW_" + flow) || flows.contains(flow);
    }

    /// Whether it is kept from those who ask who is a user and who is not.
    public boolean hidesUsers() {
        return settings.preventUserExistenceErrors().equals(Optional.of("ENABLED"));
    }

    /// @throws groundschool.emulator.AwsException if the hash is not that of one of the secrets
    public void checkSecretHash(Optional<String> hash, String username) {
        if (!hasSecret()) {
            if (hash.isPresent()) {
                throw CognitoErrors.invalid(
                        "App client %s is not configured for secret but secret hash was received"
                                .formatted(id));
            }
            return;
        }
        if (hash.isEmpty()) {
            throw CognitoErrors.notAuthorized(
                    "Client %s is configured with secret but SECRET_HASH was not received"
                            .formatted(id));
        }
        if (!isSecretHash(hash.get(), username)) {
            throw CognitoErrors.notAuthorized("SecretHash does not match for the client: " + id);
        }
    }

    /// @throws groundschool.emulator.AwsException if it is none of the secrets
    public void checkSecret(Optional<String> given) {
        if (hasSecret() && (given.isEmpty() || !isSecret(given.get()))) {
            throw CognitoErrors.notAuthorized(
                    given.isEmpty()
                            ? "Client %s is configured for secret but secret was not received"
                                    .formatted(id)
                            : "Client secret does not match for the client: " + id);
        }
    }

    public boolean isSecret(String given) {
        return secrets.stream().anyMatch(secret -> Hashes.same(secret.value(), given));
    }

    /// Whether a hash is of that name and one of the secrets.
    public boolean isSecretHash(String given, String username) {
        return secrets.stream()
                .anyMatch(secret -> Hashes.same(hash(secret.value(), username), given));
    }

    private String hash(String secret, String username) {
        return Base64.getEncoder()
                .encodeToString(
                        Hashes.hmac(Hashes.utf8(secret), Hashes.utf8(username), Hashes.utf8(id)));
    }

    public AppClient with(List<Secret> others, Instant now) {
        return new AppClient(id, userPoolId, name, others, createdAt, now, settings);
    }

    public AppClient with(String otherName, ClientSettings others, Instant now) {
        return new AppClient(id, userPoolId, otherName, secrets, createdAt, now, others);
    }
}
