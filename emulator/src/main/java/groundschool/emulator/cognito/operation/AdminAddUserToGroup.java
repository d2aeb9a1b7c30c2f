package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Adds somebody to a group.
///
/// Source:
/// [AdminAddUserToGroup](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminAddUserToGroup.html)
public record AdminAddUserToGroup(String userPoolId, String username, String groupName)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var groups = pools.groups(pool);
        groups.join(pools.users(pool).named(username), groups.named(groupName));
        return new Nothing();
    }
}
