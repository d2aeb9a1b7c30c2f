package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.user.Group;
import java.util.List;
import java.util.Optional;

/// Lists the groups of a pool.
///
/// Source:
/// [ListGroups](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListGroups.html)
public record ListGroups(String userPoolId, Optional<Integer> limit, Optional<String> nextToken)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    static final int MOST = 60;

    public record Response(List<GroupDescription> groups, Optional<String> nextToken) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var page =
                Pages.of(
                        pools.groups(pool).all(),
                        Group::name,
                        nextToken,
                        limit.filter(count -> count > 0).orElse(MOST));
        return new Response(
                page.entries().stream().map(group -> GroupDescription.of(group, pool)).toList(),
                page.next());
    }
}
