package groundschool.emulator.apigateway.serve;

import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.rest.AccountLimits;
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
        var method = exchange.resource().path() + "/" + exchange.method().verb();
        return exchange.metered(KeyMeter.count(exchange.request(), value, method), value);
    }

    private static Optional<String> value(Exchange exchange) {
        return exchange.served().snapshot().api().apiKeySource().equals("AUTHORIZER")
                ? exchange.visitor().usageKey()
                : exchange.request().headers().last("x-api-key");
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
        KeyMeter.take(
                request.sandbox().id() + "/" + request.region(), AccountLimits.THROTTLE, request);
    }
}
