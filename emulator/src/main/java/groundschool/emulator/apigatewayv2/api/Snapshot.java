package groundschool.emulator.apigatewayv2.api;

import java.util.List;

/// All that requests are answered by, as it was when it was deployed.
public record Snapshot(
        HttpApi api,
        List<Route> routes,
        List<Integration> integrations,
        List<Authorizer> authorizers) {}
