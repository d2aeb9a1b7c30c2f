package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Shows a group.
///
/// Source:
/// [GetGroup](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetGroup.html)
public record GetGroup(String groupName, String userPoolId)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(GroupDescription group) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        return new Response(GroupDescription.of(pools.groups(pool).named(groupName), pool));
    }
}
