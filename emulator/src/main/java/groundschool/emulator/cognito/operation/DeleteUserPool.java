package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;

/// Deletes a pool with everybody in it.
///
/// Source:
/// [DeleteUserPool](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPool.html)
public record DeleteUserPool(String userPoolId)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        if (pool.settings().deletionProtection().equals("ACTIVE")) {
            throw CognitoErrors.invalid(
                    "The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.");
        }
        if (pool.pages().isPresent()) {
            throw CognitoErrors.invalid(
                    "User pool cannot be deleted. It has a domain configured that should be deleted first.");
        }
        pools.delete(pool);
        return new Nothing();
    }
}
