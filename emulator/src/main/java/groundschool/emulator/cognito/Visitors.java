package groundschool.emulator.cognito;

import groundschool.emulator.cognito.flow.Sessions;
import groundschool.emulator.cognito.login.LoginDomain;
import groundschool.emulator.cognito.token.Jwts;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import java.util.Optional;

/// Finds the sandbox of whoever calls without a signature: by the client, the token or the session
/// that the call brings.
public final class Visitors {

    private final Sandboxes sandboxes;

    public Visitors(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
    }

    /// Where a call belongs.
    public record Found(Sandbox sandbox, String region) {}

    /// By what a pool's sandbox is found.
    static String claim(String poolId) {
        return "user-pool:" + poolId;
    }

    static String domainClaim(String region, String domain) {
        return "user-pool-domain:" + region + ":" + domain;
    }

    /// @throws AwsException if nothing leads anywhere
    public Found find(Bearer bearer) {
        return switch (bearer) {
            case Bearer.Client(var id) ->
                    client(id).orElseThrow(() -> CognitoErrors.clientNotFound(id));
            case Bearer.Token(var token) ->
                    Jwts.pool(token)
                            .flatMap(this::pool)
                            .orElseThrow(CognitoErrors::invalidAccessToken);
            case Bearer.Pool(var id) -> pool(id).orElseThrow(() -> CognitoErrors.poolNotFound(id));
            case Bearer.Session(var session) ->
                    sandboxes
                            .unseal(session)
                            .flatMap(unsealed -> Sessions.pool(unsealed.text()))
                            .flatMap(this::pool)
                            .orElseThrow(CognitoErrors::sessionInvalid);
        };
    }

    /// The same for somebody who came by a way that leads to one sandbox only.
    ///
    /// @throws AwsException if it leads to nothing there
    public Found find(Bearer bearer, Sandbox entrance) {
        return switch (bearer) {
            case Bearer.Client(var id) ->
                    client(id, entrance).orElseThrow(() -> CognitoErrors.clientNotFound(id));
            case Bearer.Token(var token) ->
                    Jwts.pool(token)
                            .filter(pool -> has(entrance, pool))
                            .map(pool -> found(entrance, pool))
                            .orElseThrow(CognitoErrors::invalidAccessToken);
            case Bearer.Pool(var id) -> {
                if (!has(entrance, id)) {
                    throw CognitoErrors.poolNotFound(id);
                }
                yield found(entrance, id);
            }
            case Bearer.Session(var session) ->
                    entrance.keys()
                            .open(session)
                            .flatMap(Sessions::pool)
                            .filter(pool -> has(entrance, pool))
                            .map(pool -> found(entrance, pool))
                            .orElseThrow(CognitoErrors::sessionInvalid);
        };
    }

    private Optional<Found> client(String id) {
        return ClientId.sandbox(id)
                .flatMap(sandboxes::find)
                .flatMap(sandbox -> client(id, sandbox));
    }

    private static Optional<Found> client(String id, Sandbox sandbox) {
        return sandbox.storage()
                .transition(() -> {
                    var pools = sandbox.state(CognitoIdp.SERVICE);
                    return pools.findClient(id)
                            .flatMap(client -> pools.find(client.userPoolId()))
                            .map(pool -> new Found(sandbox, pool.region()));
                });
    }

    private static Found found(Sandbox sandbox, String pool) {
        return new Found(sandbox, pool.substring(0, pool.indexOf('_')));
    }

    /// The sandbox that has that pool.
    public Optional<Found> pool(String id) {
        return sandboxes.claimants(claim(id)).stream()
                .map(sandboxes::open)
                .filter(sandbox -> has(sandbox, id))
                .findFirst()
                .map(sandbox -> found(sandbox, id));
    }

    /// The sandbox that has that domain.
    public Optional<Sandbox> domain(String region, String domain) {
        return sandboxes.claimants(domainClaim(region, domain)).stream()
                .map(sandboxes::open)
                .filter(sandbox ->
                        sandbox.storage()
                                .transition(() ->
                                        sandbox.state(CognitoIdp.SERVICE)
                                                .domains()
                                                .get(LoginDomain.key(region, domain))
                                                .isPresent()))
                .findFirst();
    }

    private static boolean has(Sandbox sandbox, String pool) {
        return sandbox.storage()
                .transition(() -> sandbox.state(CognitoIdp.SERVICE).find(pool).isPresent());
    }
}
