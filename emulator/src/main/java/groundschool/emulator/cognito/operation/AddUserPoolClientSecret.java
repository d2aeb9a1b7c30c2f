package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.AppClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/// Gives an app client a second secret, so that the first can be given up in peace.
///
/// Source:
/// [AddUserPoolClientSecret](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AddUserPoolClientSecret.html)
public record AddUserPoolClientSecret(
        String userPoolId, String clientId, Optional<String> clientSecret)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    private static final int MOST = 2;

    public record Descriptor(
            String clientSecretId,
            Optional<String> clientSecretValue,
            Instant clientSecretCreateDate) {}

    public record Response(Descriptor clientSecretDescriptor) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var client = pools.client(pools.pool(userPoolId, call), clientId);
        if (!client.hasSecret()) {
            throw CognitoErrors.invalid(
                    "Cannot add a client secret to a client that was created without one.");
        }
        if (client.secrets().size() >= MOST) {
            throw CognitoErrors.tooMany("Exceeded the maximum number of client secrets.");
        }
        var secret =
                clientSecret
                        .map(value -> AppClient.Secret.of(client.id(), value, call.now()))
                        .orElseGet(() ->
                                AppClient.Secret.fresh(client.id(), pools.random(), call.now()));
        var all = new ArrayList<>(client.secrets());
        all.add(secret);
        pools.put(client.with(all, call.now()));
        return new Response(
                new Descriptor(
                        secret.id(),
                        clientSecret.isPresent() ? Optional.empty() : Optional.of(secret.value()),
                        secret.createdAt()));
    }
}
