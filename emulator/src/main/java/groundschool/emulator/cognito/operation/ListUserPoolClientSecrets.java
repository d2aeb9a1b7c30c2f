package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import java.util.List;
import java.util.Optional;

/// Lists the secrets of an app client, without showing them: all of them at once, so that no token
/// ever leads on.
///
/// Source:
/// [ListUserPoolClientSecrets](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserPoolClientSecrets.html)
public record ListUserPoolClientSecrets(
        String userPoolId, String clientId, Optional<String> nextToken)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(List<AddUserPoolClientSecret.Descriptor> clientSecrets) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var client = pools.client(pools.pool(userPoolId, call), clientId);
        nextToken.ifPresent(Pages::last);
        return new Response(
                client.secrets().stream()
                        .map(secret ->
                                new AddUserPoolClientSecret.Descriptor(
                                        secret.id(), Optional.empty(), secret.createdAt()))
                        .toList());
    }
}
