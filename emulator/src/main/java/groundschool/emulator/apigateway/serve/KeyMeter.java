package groundschool.emulator.apigateway.serve;

import groundschool.emulator.apigateway.ApiGateway;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.plan.ApiKey;
import groundschool.emulator.apigateway.plan.ApiStage;
import groundschool.emulator.apigateway.plan.UsagePlan;
import groundschool.emulator.apigateway.rest.ThrottleSettings;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/// Counts the requests of whoever has an API key, as the usage plan has it that the key and the
/// stage are of: those of REST APIs, and those of WebSocket APIs.
///
/// Source: [Usage
/// plans](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html)
public final class KeyMeter {

    private KeyMeter() {}

    /// The id of the key of that value.
    ///
    /// @param method by which plans set limits of their own, such as `/pets/GET`, or a route's key
    /// @throws Trouble if it is no key, or there were too many requests
    public static String count(Incoming request, String value, String method) {
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
        checkRate(plan, key, request, method);
        checkQuota(plan, key, request);
        return key.id();
    }

    private static void checkRate(UsagePlan plan, ApiKey key, Incoming request, String method) {
        var name = String.join("/", request.region(), plan.id(), key.id());
        plan.stage(request.api(), request.stage())
                .flatMap(ApiStage::throttle)
                .flatMap(methods -> Optional.ofNullable(methods.get(method)))
                .ifPresent(limit ->
                        take(
                                String.join("/", name, request.api(), request.stage(), method),
                                limit,
                                request));
        plan.throttle().ifPresent(limit -> take(name, limit, request));
    }

    static void take(String name, ThrottleSettings limit, Incoming request) {
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
}
