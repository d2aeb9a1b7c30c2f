package groundschool.emulator.cognito.login;

import groundschool.emulator.Call;
import groundschool.emulator.Caller;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.Principal;
import groundschool.emulator.Turn;
import groundschool.emulator.Usage;
import groundschool.emulator.cognito.CognitoIdp;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.pool.AppClient;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.wire.FormFields;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// A request to the pages of one pool.
///
/// @param domain under which they are asked for
/// @param query what the address says
/// @param form what was sent; empty if nothing was
record Arrival(
        Sandbox sandbox,
        Pool pool,
        LoginDomain domain,
        HttpRequest request,
        FormFields query,
        FormFields form,
        LoginCookies cookies) {

    /// The same browser at the authorize endpoint.
    Arrival asking(String otherQuery) {
        return new Arrival(
                sandbox,
                pool,
                domain,
                HttpRequest.of(
                        "GET", "/oauth2/authorize", otherQuery, request.headers(), new byte[0]),
                FormFields.of(otherQuery),
                FormFields.of(""),
                cookies);
    }

    /// Works with the pool for an application.
    Visit visit(AppClient client) {
        return visit(Optional.of(client));
    }

    /// Works with the pool for nobody's.
    Visit visit() {
        return visit(Optional.empty());
    }

    private Visit visit(Optional<AppClient> client) {
        var anybody = new Principal.Anonymous(sandbox.account());
        var caller =
                new Caller(
                        sandbox,
                        anybody,
                        pool.region(),
                        Optional.empty(),
                        request.headers().first("User-Agent").orElse(""),
                        request.source());
        var call =
                new Call(
                        anybody,
                        Optional.empty(),
                        sandbox.account(),
                        pool.region(),
                        sandbox.clock().now(),
                        sandbox.clock(),
                        sandbox.random(),
                        sandbox.keys(),
                        sandbox.services(),
                        UUID.randomUUID().toString(),
                        new Usage());
        return new Visit(
                new Turn<>(sandbox, CognitoIdp.SERVICE, caller), call, pool, client, Map.of());
    }

    /// Reads or changes the state, in one transition.
    <R> R change(Function<UserPools, R> body) {
        return sandbox.storage().transition(() -> body.apply(sandbox.state(CognitoIdp.SERVICE)));
    }

    Instant now() {
        return sandbox.clock().now();
    }

    /// An address of the pages that keeps what the application asked for.
    String to(String path) {
        return request.query().isEmpty() ? path : path + "?" + request.query();
    }

    /// Where the pages are that somebody has come to; without a slash at the end.
    String address() {
        return LoginAddress.of(domain.name(), pool, sandbox.services().address());
    }

    /// What was typed.
    String typed(String name) {
        return form.get(name).orElse("");
    }
}
