package groundschool.emulator.apigateway.serve;

import groundschool.emulator.Access;
import groundschool.emulator.Caller;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.template.Mapped;
import groundschool.emulator.iam.Authorization;
import groundschool.emulator.iam.Iam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Remembers the answers of backends, where a stage has a cache and the method uses it.
///
/// Source: [Cache
/// settings](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html)
final class AnswerCache {

    private AnswerCache() {}

    /// What is remembered, or else what the backend answers now.
    static Outgoing answer(Exchange exchange, Journal journal, Supplier<Outgoing> backend) {
        var setting = StageSettings.of(exchange);
        boolean on =
                exchange.stage().cacheClusterEnabled()
                        && setting.cachingEnabled()
                        && setting.cacheTtlInSeconds() > 0
                        && exchange.request().verb().equals("GET");
        if (!on) {
            return backend.get();
        }
        var request = exchange.request();
        var memory = Gateway.of(request.sandbox()).answers();
        var key = key(exchange);
        var warning = Optional.<String>empty();
        if (wantsFresh(request)) {
            if (!setting.requireAuthorizationForCacheControl() || mayInvalidate(exchange)) {
                memory.forget(key);
            } else if (setting.unauthorizedCacheControlHeaderStrategy().equals("FAIL_WITH_403")) {
                throw Trouble.denied("User is not authorized to access this resource");
            } else if (setting.unauthorizedCacheControlHeaderStrategy()
                    .equals("SUCCEED_WITH_RESPONSE_HEADER")) {
                warning =
                        Optional.of(
                                "199 Cache-control headers were ignored because the caller was unauthorized.");
            }
        }
        var known = memory.get(key, request.at());
        journal.cached(known.isPresent());
        var answer = known.orElseGet(backend);
        if (known.isEmpty() && answer.status() < 400) {
            memory.put(key, answer, request.at().plusSeconds(setting.cacheTtlInSeconds()));
        }
        return warning.isPresent() ? answer.with("Warning", warning.get()) : answer;
    }

    /// What all keys of a stage begin with.
    static String prefix(String api, String stage) {
        return api + "\u0000" + stage + "\u0000";
    }

    private static String key(Exchange exchange) {
        var integration = exchange.method().methodIntegration();
        var parts = new ArrayList<String>();
        parts.add(isApart(exchange) ? "canary" : "");
        parts.add(integration.map(each -> each.cacheNamespace()).orElse(exchange.resource().id()));
        parts.add(exchange.resource().id());
        for (var parameter : integration.map(each -> each.cacheKeyParameters()).orElse(List.of())) {
            parts.add(parameter + "=" + Mapped.request(parameter, exchange).orElse(""));
        }
        return prefix(exchange.request().api(), exchange.request().stage())
                + String.join("\u0000", parts);
    }

    /// A canary has a cache of its own, unless it is to use the stage's.
    private static boolean isApart(Exchange exchange) {
        return !exchange.served().deployment().equals(exchange.stage().deploymentId())
                && !exchange.stage()
                        .canarySettings()
                        .map(canary -> canary.useStageCache())
                        .orElse(false);
    }

    private static boolean wantsFresh(Incoming request) {
        return request.headers().all("Cache-Control").stream()
                .anyMatch(value -> value.contains("max-age=0") || value.contains("no-cache"));
    }

    private static boolean mayInvalidate(Exchange exchange) {
        var request = exchange.request();
        var principal = exchange.visitor().principal();
        if (principal.isEmpty()) {
            return false;
        }
        var caller = new Caller(request.sandbox(), principal.get(), request.region());
        var access = Access.to("execute-api:InvalidateCache", request.arn(request.path()));
        return request.sandbox()
                .storage()
                .transition(() ->
                        Authorization.of(
                                        caller,
                                        List.of(access),
                                        request.sandbox().state(Iam.SERVICE))
                                .refusal()
                                .isEmpty());
    }
}
