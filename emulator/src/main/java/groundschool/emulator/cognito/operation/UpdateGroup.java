package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.user.Group;
import java.util.Optional;

/// Changes a group: what is left out stays.
///
/// Source:
/// [UpdateGroup](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateGroup.html)
public record UpdateGroup(
        String groupName,
        String userPoolId,
        Optional<String> description,
        Optional<String> roleArn,
        Optional<Integer> precedence)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(GroupDescription group) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var before = pools.groups(pool).named(groupName);
        var group =
                new Group(
                        groupName,
                        description.or(before::description),
                        roleArn.or(before::roleArn),
                        precedence.or(before::precedence),
                        before.createdAt(),
                        call.now());
        pools.groups(pool).put(group);
        return new Response(GroupDescription.of(group, pool));
    }
}
