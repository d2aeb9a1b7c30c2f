package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognitoidentity.CognitoIdentityErrors;
import groundschool.emulator.cognitoidentity.Identity;
import groundschool.emulator.cognitoidentity.IdentityPools;
import groundschool.emulator.cognitoidentity.TokenKey;
import groundschool.emulator.cognitoidentity.login.Login;
import groundschool.emulator.cognitoidentity.login.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells who somebody is who signs in, and makes them an identity if they are new, or a guest.
///
/// Source: [GetId](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetId.html)
public record GetId(
        Optional<String> accountId, String identityPoolId, Optional<Map<String, String>> logins)
        implements CognitoIdentityOperation, Interaction<IdentityPools>, GuestOperation {

    public record Response(String identityId) {}

    @Override
    public String named() {
        return identityPoolId;
    }

    @Override
    public AwsException nowhere() {
        return CognitoIdentityErrors.poolNotFound(identityPoolId);
    }

    @Override
    public List<Access> access(IdentityPools pools, Call call) {
        return List.of();
    }

    @Override
    public Response run(Turn<IdentityPools> turn, Call call) {
        var shown =
                turn.transition(pools -> {
                    if (accountId.filter(id -> !id.equals(call.account())).isPresent()) {
                        throw nowhere();
                    }
                    return Visit.logins(
                            pools.pool(identityPoolId, call), pools, turn.sandbox(), call);
                });
        var good = shown.verify(logins);
        return turn.transition(pools -> new Response(who(good, pools, call).id()));
    }

    private Identity who(List<Login> good, IdentityPools pools, Call call) {
        var pool = pools.pool(identityPoolId, call);
        if (good.isEmpty()) {
            if (!pool.settings().guests()) {
                throw CognitoIdentityErrors.noGuests();
            }
            return pools.create(pool, List.of(), call);
        }
        var known =
                good.stream()
                        .flatMap(login ->
                                login.provider().equals(TokenKey.NAME)
                                        ? pools.findIdentity(login.link().subject()).stream()
                                        : pools.whoHas(login.link(), pool).stream())
                        .findFirst();
        return known.map(identity -> Visit.linked(pools, pool, identity, good, call))
                .orElseGet(() -> pools.create(pool, good.stream().map(Login::link).toList(), call));
    }
}
