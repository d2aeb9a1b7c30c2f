package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;

/// Gives up one of two secrets of an app client.
///
/// Source:
/// [DeleteUserPoolClientSecret](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPoolClientSecret.html)
public record DeleteUserPoolClientSecret(String userPoolId, String clientId, String clientSecretId)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var client = pools.client(pools.pool(userPoolId, call), clientId);
        var left =
                client.secrets().stream()
                        .filter(secret -> !secret.id().equals(clientSecretId))
                        .toList();
        if (left.size() == client.secrets().size()) {
            throw CognitoErrors.resourceNotFound("Client secret " + clientSecretId);
        }
        if (left.isEmpty()) {
            throw CognitoErrors.invalid("Cannot delete the only secret of a client.");
        }
        pools.put(client.with(left, call.now()));
        return new Nothing();
    }
}
