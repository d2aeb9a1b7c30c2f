package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.risk.AuthEvent;
import groundschool.emulator.cognito.risk.AuthEvents;
import groundschool.emulator.cognito.risk.SecurityMode;
import java.util.List;
import java.util.Optional;

/// Lists what somebody did about signing in, the newest first.
///
/// Source:
/// [AdminListUserAuthEvents](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListUserAuthEvents.html)
public record AdminListUserAuthEvents(
        String userPoolId,
        String username,
        Optional<Integer> maxResults,
        Optional<String> nextToken)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    private static final int USUAL = 60;

    public record Response(List<AuthEventDescription> authEvents, Optional<String> nextToken) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        SecurityMode.checkOn(pool);
        var all = new AuthEvents(pool, pools).of(pools.users(pool).named(username), call.now());
        var page =
                Pages.of(
                        all,
                        AuthEvent::id,
                        nextToken,
                        maxResults.filter(count -> count > 0).orElse(USUAL));
        return new Response(
                page.entries().stream().map(AuthEventDescription::of).toList(), page.next());
    }
}
