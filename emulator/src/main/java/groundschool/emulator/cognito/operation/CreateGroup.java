package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.user.Group;
import java.util.Optional;

/// Makes a group.
///
/// Source:
/// [CreateGroup](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateGroup.html)
public record CreateGroup(
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
        var group = new Group(groupName, description, roleArn, precedence, call.now(), call.now());
        pools.groups(pool).add(group);
        return new Response(GroupDescription.of(group, pool));
    }
}
