package groundschool.emulator.cognitoidentity.login;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import groundschool.emulator.Turn;
import groundschool.emulator.cognitoidentity.CognitoIdentityErrors;
import groundschool.emulator.cognitoidentity.Identity;
import groundschool.emulator.cognitoidentity.IdentityPool;
import groundschool.emulator.cognitoidentity.IdentityPools;
import groundschool.emulator.cognitoidentity.TokenKey;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sts.operation.AssumeRoleWithWebIdentity;
import groundschool.emulator.sts.operation.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Somebody of a pool who has come in: with a sign-in that is theirs, or as the guest that they
/// are.
///
/// @param logins that were shown and are good; none if it is a guest
public record Visit(IdentityPool pool, Identity identity, List<Login> logins) {

    private static final String SESSION = "CognitoIdentityCredentials";
    private static final int LASTS_SECONDS = 3600;

    public Visit {
        logins = List.copyOf(logins);
    }

    /// Lets somebody in whom the pool knows; a guest who signs in is a guest no more.
    ///
    /// @param shown tokens by provider
    /// @throws AwsException if they have shown nothing, or what is not theirs
    public static Visit of(
            String identityId,
            Optional<Map<String, String>> shown,
            Turn<IdentityPools> turn,
            Call call) {
        var found =
                turn.transition(pools -> {
                    var identity = pools.identity(identityId, call);
                    return logins(pools.pool(identity.poolId(), call), pools, turn.sandbox(), call);
                });
        var logins = found.verify(shown);
        return turn.transition(pools -> {
            var identity = pools.identity(identityId, call);
            var pool = pools.pool(identity.poolId(), call);
            if (logins.isEmpty()) {
                checkGuest(pool, identity);
                return new Visit(pool, identity, logins);
            }
            if (logins.stream().noneMatch(login -> isOf(login, identity)) && !identity.isGuest()) {
                throw CognitoIdentityErrors.loginsDiffer();
            }
            return new Visit(pool, linked(pools, pool, identity, logins, call), logins);
        });
    }

    /// What verifies the sign-ins of a pool.
    ///
    /// To be asked within a transition.
    public static Logins logins(
            IdentityPool pool, IdentityPools pools, Sandbox sandbox, Call call) {
        return new Logins(pool, pools.signer().orElseThrow(), sandbox, call);
    }

    private static void checkGuest(IdentityPool pool, Identity identity) {
        if (!identity.isGuest()) {
            throw CognitoIdentityErrors.forbidden(identity.id());
        }
        if (!pool.settings().guests()) {
            throw CognitoIdentityErrors.noGuests();
        }
    }

    private static boolean isOf(Login login, Identity identity) {
        return login.provider().equals(TokenKey.NAME)
                ? login.link().subject().equals(identity.id())
                : identity.logins().contains(login.link());
    }

    /// The same person, who can sign in in all these ways from now on.
    ///
    /// @throws AwsException if somebody else does in one of them
    public static Identity linked(
            IdentityPools pools,
            IdentityPool pool,
            Identity identity,
            List<Login> logins,
            Call call) {
        var now = identity;
        for (var login : logins) {
            if (isOf(login, now)) {
                continue;
            }
            if (login.provider().equals(TokenKey.NAME)) {
                throw CognitoIdentityErrors.loginsDiffer();
            }
            if (pools.whoHas(login.link(), pool).isPresent()) {
                throw now.isGuest()
                        ? CognitoIdentityErrors.loginsDiffer()
                        : CognitoIdentityErrors.loginTaken();
            }
            now = pools.link(now, login.link(), call);
        }
        return now;
    }

    /// How they came in, as tokens and trust policies have it.
    public List<String> amr() {
        if (identity.isGuest()) {
            return List.of("unauthenticated");
        }
        var all = new ArrayList<>(List.of("authenticated"));
        logins.forEach(login -> all.addAll(login.amr()));
        return all;
    }

    /// The tags that their sessions get: those of the pool's maps, and what a developer has said.
    public Map<String, String> tags() {
        return new RoleChoice(pool, identity, logins).tags();
    }

    /// Credentials with a role of the pool, which has to trust them.
    ///
    /// @param wanted the one of several roles that the request asks for
    /// @throws AwsException if there is no role that does
    public Credentials credentials(Optional<String> wanted, Call call) {
        var role = new RoleChoice(pool, identity, logins).role(wanted);
        var asked =
                AssumeRoleWithWebIdentity.forPool(
                        role,
                        SESSION,
                        LASTS_SECONDS,
                        Optional.of(GuestPolicy.document()).filter(_ -> identity.isGuest()),
                        identity.isGuest() ? List.of(GuestPolicy.MANAGED) : List.of());
        try {
            return call.as(federated(call))
                    .run(asked, AssumeRoleWithWebIdentity.Response.class)
                    .credentials();
        } catch (AwsException refusal) {
            if (refusal.status() < 500) {
                throw CognitoIdentityErrors.invalidRoles();
            }
            throw refusal;
        }
    }

    private Principal.FederatedIdentity federated(Call call) {
        return new Principal.FederatedIdentity(
                call.account(),
                TokenKey.NAME,
                identity.id(),
                pool.id(),
                Map.of(
                        TokenKey.NAME + ":sub", List.of(identity.id()),
                        TokenKey.NAME + ":aud", List.of(pool.id()),
                        TokenKey.NAME + ":amr", amr()),
                tags(),
                List.of(),
                Optional.empty());
    }
}
