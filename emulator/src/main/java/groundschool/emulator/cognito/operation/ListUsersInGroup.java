package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import java.util.List;
import java.util.Optional;

/// Lists who is in a group.
///
/// Source:
/// [ListUsersInGroup](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsersInGroup.html)
public record ListUsersInGroup(
        String userPoolId, String groupName, Optional<Integer> limit, Optional<String> nextToken)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(List<UserDescription> users, Optional<String> nextToken) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var groups = pools.groups(pool);
        var page =
                Pages.of(
                        groups.members(groups.named(groupName)),
                        name -> name,
                        nextToken,
                        limit.filter(count -> count > 0).orElse(ListGroups.MOST));
        return new Response(
                page.entries().stream()
                        .flatMap(name -> pools.users(pool).exactly(name).stream())
                        .map(UserDescription::of)
                        .toList(),
                page.next());
    }
}
