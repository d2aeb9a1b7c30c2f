package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.AppClient;
import java.util.List;
import java.util.Optional;

/// Lists the app clients of a pool.
///
/// Source:
/// [ListUserPoolClients](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserPoolClients.html)
public record ListUserPoolClients(
        String userPoolId, Optional<Integer> maxResults, Optional<String> nextToken)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    private static final int USUAL = 60;

    public record Description(String clientId, String userPoolId, String clientName) {}

    public record Response(List<Description> userPoolClients, Optional<String> nextToken) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var page =
                Pages.of(pools.clients(pool), AppClient::id, nextToken, maxResults.orElse(USUAL));
        return new Response(
                page.entries().stream()
                        .map(client ->
                                new Description(client.id(), client.userPoolId(), client.name()))
                        .toList(),
                page.next());
    }
}
