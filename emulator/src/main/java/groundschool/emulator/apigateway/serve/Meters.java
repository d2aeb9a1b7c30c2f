package groundschool.emulator.apigateway.serve;

import groundschool.emulator.apigateway.ApiGateway;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.plan.ApiKey;
import groundschool.emulator.apigateway.plan.ApiStage;
import groundschool.emulator.apigateway.plan.UsagePlan;
import groundschool.emulator.apigateway.rest.AccountLimits;
import groundschool.emulator.apigateway.rest.ThrottleSettings;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/// Counts requests: who may come how often, as plans, stages and the account have it.
///
/// The order is AWS's: a client's limit for a method, the client's limit, the method's, the
/// account's.
///
/// Source: [Throttle
/// requests](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html)
final class Meters {

    private Meters() {}

    /// The exchange, with the key by which it is metered.
    ///
    /// @throws Trouble if a key is missing, or there were too many requests
    static Exchange admit(Exchange exchange) {
        var metered = exchange.method().apiKeyRequired().orElse(false) ? byKey(exchange) : exchange;
        checkMethod(metered);
        checkAccount(metered);
        return metered;
    }

    private static Exchange byKey(Exchange exchange) {
        var value = value(exchange).orElseThrow(Trouble::forbidden);
        var request = exchange.request();
        var sandbox = request.sandbox();
        var found =
                sandbox.storage()
                        .transition(() -> {
                            var plans = sandbox.state(ApiGateway.SERVICE).plans(request.region());
                            return plans.byValue(value)
                                    .filter(ApiKey::enabled)
                                    .flatMap(key ->
                                            plans.planOf(key.id(), request.api(), request.stage())
                                                    .map(plan -> Map.entry(key, plan)));
                        })
                        .orElseThrow(Trouble::forbidden);
        var key = found.getKey();
        var plan = found.getValue();
        checkClient(plan, key, exchange);
        checkQuota(plan, key, request);
        return exchange.metered(key.id(), value);
    }

    private static Optional<String> value(Exchange exchange) {
        return exchange.served().snapshot().api().apiKeySource().equals("AUTHORIZER")
                ? exchange.visitor().usageKey()
                : exchange.request().headers().last("x-api-key");
    }

    private static void checkClient(UsagePlan plan, ApiKey key, Exchange exchange) {
        var request = exchange.request();
        var name = String.join("/", request.region(), plan.id(), key.id());
        plan.stage(request.api(), request.stage())
                .flatMap(ApiStage::throttle)
                .flatMap(methods ->
                        Optional.ofNullable(
                                methods.get(
                                        exchange.resource().path()
                                                + "/"
                                                + exchange.method().verb())))
                .ifPresent(limit ->
                        take(
                                name
                                        + "/"
                                        + request.api()
                                        + "/"
                                        + exchange.resource().id()
                                        + exchange.method().verb(),
                                limit,
                                request));
        plan.throttle().ifPresent(limit -> take(name, limit, request));
    }

    private static void take(String name, ThrottleSettings limit, Incoming request) {
        double rate = limit.rateLimit().orElse(0.0);
        int burst = limit.burstLimit().orElse((int) Math.ceil(rate));
        if (!Gateway.of(request.sandbox()).buckets().take(name, rate, burst, request.at())) {
            throw Trouble.throttled();
        }
    }

    private static void checkQuota(UsagePlan plan, ApiKey key, Incoming request) {
        var sandbox = request.sandbox();
        var day = request.at().atZone(ZoneOffset.UTC).toLocalDate();
        boolean left =
                sandbox.storage()
                        .transition(() -> {
                            var plans = sandbox.state(ApiGateway.SERVICE).plans(request.region());
                            boolean some =
                                    plans.left(plan, key.id(), day).map(n -> n > 0).orElse(true);
                            if (some) {
                                plans.count(plan.id(), key.id(), day);
                            }
                            return some;
                        });
        if (!left) {
            throw Trouble.quotaExceeded();
        }
    }

    private static void checkMethod(Exchange exchange) {
        var request = exchange.request();
        var settings = exchange.stage().methodSettings();
        var own = StageSettings.key(exchange.resource().path(), exchange.method().verb());
        var named = settings.containsKey(own) ? own : "*/*";
        var setting = settings.get(named);
        if (setting == null) {
            return;
        }
        var name =
                String.join(
                        "/",
                        request.region(),
                        request.api(),
                        request.stage(),
                        exchange.resource().id(),
                        exchange.method().verb());
        if (!Gateway.of(request.sandbox())
                .buckets()
                .take(
                        name,
                        setting.throttlingRateLimit(),
                        setting.throttlingBurstLimit(),
                        request.at())) {
            throw Trouble.throttled();
        }
    }

    private static void checkAccount(Exchange exchange) {
        var request = exchange.request();
        take(request.sandbox().id() + "/" + request.region(), AccountLimits.THROTTLE, request);
    }
}
