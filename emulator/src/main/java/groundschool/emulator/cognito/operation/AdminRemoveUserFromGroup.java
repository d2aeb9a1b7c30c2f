package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Takes somebody out of a group.
///
/// Source:
/// [AdminRemoveUserFromGroup](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRemoveUserFromGroup.html)
public record AdminRemoveUserFromGroup(String userPoolId, String username, String groupName)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var user = pools.users(pool).named(username);
        pools.groups(pool).leave(user.username(), pools.groups(pool).named(groupName));
        return new Nothing();
    }
}
