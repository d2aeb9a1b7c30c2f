package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.login.Look;
import java.util.Optional;

/// Says how a pool's pages look, for a client or for all.
///
/// Source:
/// [GetUICustomization](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUICustomization.html)
public record GetUICustomization(String userPoolId, Optional<String> clientId)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(LookDescription uICustomization) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var client = clientId.filter(id -> !id.equals(Look.ALL));
        client.ifPresent(id -> pools.client(pool, id));
        return new Response(
                pools.looks(pool)
                        .of(client.orElse(Look.ALL))
                        .map(look -> LookDescription.of(look, pool, call))
                        .orElseGet(() -> LookDescription.none(pool, client.orElse(Look.ALL))));
    }
}
