package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.Principal;
import groundschool.emulator.apigateway.serve.Incoming;
import groundschool.emulator.apigatewayv2.api.Route;
import groundschool.emulator.apigatewayv2.api.Snapshot;
import groundschool.emulator.apigatewayv2.api.Stage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A request that has found its route.
///
/// @param path the request's, without the stage
/// @param authorizer what backends are told of it: `jwt`, `lambda` or `iam`
public record Visit(
        Incoming request,
        Snapshot snapshot,
        Stage stage,
        Route route,
        String path,
        Map<String, String> variables,
        Map<String, Object> authorizer,
        Optional<Principal> principal) {

    Visit by(Map<String, Object> who, Optional<Principal> known) {
        return new Visit(request, snapshot, stage, route, path, variables, who, known);
    }

    /// What policies and permissions call the route.
    ///
    /// @param named the path, with or without variables
    String arn(String named) {
        return "arn:aws:execute-api:%s:%s:%s/%s/%s%s"
                .formatted(
                        request.region(),
                        request.account(),
                        request.api(),
                        stage.stageName(),
                        request.verb(),
                        named);
    }

    /// The ARN by which the route itself is named: `…/STAGE/GET/pets/{id}`, `…/STAGE/*/pets` for
    /// any verb, `…/STAGE/$default`.
    String routeArn() {
        return "arn:aws:execute-api:%s:%s:%s/%s/%s"
                .formatted(
                        request.region(),
                        request.account(),
                        request.api(),
                        stage.stageName(),
                        route.routeKey().replaceFirst("^ANY", "*").replaceFirst(" /", "/"));
    }

    /// The ARN of a WebSocket API's route: `…/STAGE/$connect`.
    String socketArn() {
        return "arn:aws:execute-api:%s:%s:%s/%s/%s"
                .formatted(
                        request.region(),
                        request.account(),
                        request.api(),
                        stage.stageName(),
                        route.routeKey());
    }

    /// The values of `$context`.
    Map<String, Object> context() {
        var context = new LinkedHashMap<String, Object>();
        context.put("accountId", request.account());
        context.put("apiId", request.api());
        context.put("domainName", request.host());
        context.put("domainPrefix", request.api());
        context.put("extendedRequestId", request.extendedId());
        context.put("requestId", request.extendedId());
        context.put("httpMethod", request.verb());
        context.put("path", request.wholePath());
        context.put("protocol", "HTTP/1.1");
        context.put("routeKey", route.routeKey());
        context.put("stage", stage.stageName());
        context.put("requestTime", request.requestTime());
        context.put("requestTimeEpoch", request.at().getEpochSecond());
        context.put(
                "identity",
                Map.of(
                        "sourceIp", request.source(),
                        "userAgent", request.headers().last("User-Agent").orElse("")));
        context.put("authorizer", authorizer);
        return context;
    }
}
