package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.apigatewayv2.ApiGatewayV2;

/// Lets so many requests through as the stage has set, and the account.
final class HttpThrottle {

    private static final double ACCOUNT_RATE = 10_000;
    private static final int ACCOUNT_BURST = 5_000;

    private HttpThrottle() {}

    /// @throws Refusal if there were too many
    static void check(Visit visit) {
        var request = visit.request();
        var sandbox = request.sandbox();
        var buckets =
                sandbox.storage().transition(() -> sandbox.state(ApiGatewayV2.SERVICE)).buckets();
        var usual = visit.stage().defaultRouteSettings();
        var own = visit.stage().routeSettings().getOrDefault(visit.route().routeKey(), usual);
        var rate = own.throttlingRateLimit().or(usual::throttlingRateLimit);
        var burst = own.throttlingBurstLimit().or(usual::throttlingBurstLimit);
        var name =
                String.join(
                        "/",
                        request.region(),
                        request.api(),
                        visit.stage().stageName(),
                        visit.route().routeId());
        boolean limited = rate.isPresent() || burst.isPresent();
        if (limited
                        && !buckets.take(
                                name,
                                rate.orElse(ACCOUNT_RATE),
                                burst.orElse(ACCOUNT_BURST),
                                request.at())
                || !buckets.take(request.region(), ACCOUNT_RATE, ACCOUNT_BURST, request.at())) {
            throw Refusal.tooMany();
        }
    }
}
