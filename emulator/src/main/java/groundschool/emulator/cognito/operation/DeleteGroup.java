package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Deletes a group; its members stay in the pool.
///
/// Source:
/// [DeleteGroup](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteGroup.html)
public record DeleteGroup(String groupName, String userPoolId)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var groups = pools.groups(pools.pool(userPoolId, call));
        groups.remove(groups.named(groupName));
        return new Nothing();
    }
}
