package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.user.Group;
import java.util.List;
import java.util.Optional;

/// Lists the groups that somebody is in, those that count most first.
///
/// Source:
/// [AdminListGroupsForUser](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListGroupsForUser.html)
public record AdminListGroupsForUser(
        String username, String userPoolId, Optional<Integer> limit, Optional<String> nextToken)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(List<GroupDescription> groups, Optional<String> nextToken) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var user = pools.users(pool).named(username);
        var page =
                Pages.of(
                        pools.groups(pool).of(user),
                        Group::name,
                        nextToken,
                        limit.filter(count -> count > 0).orElse(ListGroups.MOST));
        return new Response(
                page.entries().stream().map(group -> GroupDescription.of(group, pool)).toList(),
                page.next());
    }
}
