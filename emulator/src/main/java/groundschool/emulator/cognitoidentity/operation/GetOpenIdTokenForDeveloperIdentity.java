package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognitoidentity.CognitoIdentityErrors;
import groundschool.emulator.cognitoidentity.Identity;
import groundschool.emulator.cognitoidentity.Identity.Link;
import groundschool.emulator.cognitoidentity.IdentityPools;
import groundschool.emulator.cognitoidentity.login.Login;
import groundschool.emulator.cognitoidentity.login.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives a token for somebody whom a developer has let in themselves, and makes them an identity if
/// they are new.
///
/// Source:
/// [GetOpenIdTokenForDeveloperIdentity](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetOpenIdTokenForDeveloperIdentity.html)
public record GetOpenIdTokenForDeveloperIdentity(
        String identityPoolId,
        Optional<String> identityId,
        Map<String, String> logins,
        Optional<Map<String, String>> principalTags,
        Optional<Long> tokenDuration)
        implements CognitoIdentityOperation, Interaction<IdentityPools> {

    private static final long USUAL_SECONDS = 900;

    public record Response(String identityId, String token) {}

    @Override
    public List<Access> access(IdentityPools pools, Call call) {
        return List.of(
                PoolAccess.to("GetOpenIdTokenForDeveloperIdentity", identityPoolId, pools, call));
    }

    @Override
    public Response run(Turn<IdentityPools> turn, Call call) {
        var shown =
                turn.transition(pools ->
                        Visit.logins(
                                pools.pool(identityPoolId, call), pools, turn.sandbox(), call));
        var provider = DeveloperUser.provider(shown.pool());
        var user = Optional.ofNullable(logins.get(provider));
        if (user.isEmpty()) {
            throw CognitoIdentityErrors.invalidParameter(
                    "Logins must have the developer provider %s.".formatted(provider));
        }
        var others = new HashMap<>(logins);
        others.remove(provider);
        var good = shown.verify(Optional.of(others));
        var link = new Link(provider, user.get());
        var identity = turn.transition(pools -> who(link, good, pools, call));
        var token =
                shown.signer()
                        .sign(
                                identity,
                                amr(link, good),
                                principalTags.orElse(Map.of()),
                                call.now(),
                                Duration.ofSeconds(tokenDuration.orElse(USUAL_SECONDS)));
        return new Response(identity.id(), token);
    }

    private List<String> amr(Link link, List<Login> others) {
        var all = new ArrayList<>(List.of("authenticated", link.provider()));
        all.add("%s:%s:%s".formatted(link.provider(), identityPoolId, link.subject()));
        others.forEach(login -> all.addAll(login.amr()));
        return all;
    }

    private Identity who(Link link, List<Login> others, IdentityPools pools, Call call) {
        var pool = pools.pool(identityPoolId, call);
        var known = pools.whoHas(link, pool);
        var asked =
                identityId.map(id -> {
                    var identity = pools.identity(id, call);
                    if (!identity.poolId().equals(pool.id())) {
                        throw CognitoIdentityErrors.identityNotFound(id);
                    }
                    return identity;
                });
        if (known.isPresent() && asked.isPresent() && !known.get().id().equals(asked.get().id())) {
            throw CognitoIdentityErrors.alreadyRegistered();
        }
        var byOthers =
                others.stream()
                        .flatMap(login -> pools.whoHas(login.link(), pool).stream())
                        .findFirst();
        var identity =
                known.or(() -> asked)
                        .or(() -> byOthers)
                        .orElseGet(() -> pools.create(pool, List.of(link), call));
        var linked = identity.logins().contains(link) ? identity : pools.link(identity, link, call);
        return Visit.linked(pools, pool, linked, others, call);
    }
}
