package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.Schema;
import groundschool.emulator.cognito.user.UserFilter;
import java.util.List;
import java.util.Optional;

/// Lists the people in a pool.
///
/// Source:
/// [ListUsers](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html)
public record ListUsers(
        String userPoolId,
        Optional<List<String>> attributesToGet,
        Optional<Integer> limit,
        Optional<String> paginationToken,
        Optional<String> filter)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    private static final int MOST = 60;

    public record Response(List<UserDescription> users, Optional<String> paginationToken) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        for (var name : attributesToGet.orElse(List.of())) {
            if (Schema.find(pool.schema(), name).isEmpty()) {
                throw CognitoErrors.invalid("One or more requested attributes do not exist.");
            }
        }
        var wanted = filter.flatMap(UserFilter::of);
        int most = limit.filter(count -> count > 0).orElse(MOST);
        var found =
                pools.users(pool)
                        .all(paginationToken.map(Pages::last))
                        .filter(user -> wanted.map(each -> each.takes(user)).orElse(true))
                        .limit(most + 1L)
                        .toList();
        var page = found.subList(0, Math.min(most, found.size()));
        return new Response(
                page.stream()
                        .map(UserDescription::of)
                        .map(user -> attributesToGet.map(user::only).orElse(user))
                        .toList(),
                found.size() > most
                        ? Optional.of(Pages.token(page.getLast().username()))
                        : Optional.empty());
    }
}
