package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigateway.RestApis;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.Times;
import groundschool.emulator.apigatewayv2.V2Errors;
import groundschool.emulator.apigatewayv2.api.Cors;
import groundschool.emulator.apigatewayv2.api.HttpApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Creates an HTTP API, with a target one that can be called at once, or a WebSocket API.
///
/// Source: [CreateApi](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html)
public record CreateApi(
        String name,
        String protocolType,
        Optional<String> apiKeySelectionExpression,
        Optional<Cors> corsConfiguration,
        Optional<String> credentialsArn,
        Optional<String> description,
        Optional<Object> disableSchemaValidation,
        Optional<Boolean> disableExecuteApiEndpoint,
        Optional<String> ipAddressType,
        Optional<String> routeKey,
        Optional<String> routeSelectionExpression,
        Optional<Map<String, String>> tags,
        Optional<String> target,
        Optional<String> version)
        implements HttpApiOperation {

    static final String SELECTION = "${request.method} ${request.path}";
    private static final int MOST = 600;

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("POST", call, "apis");
    }

    @Override
    public HttpApi run(HttpApis apis, Call call) {
        apiKeySelectionExpression.ifPresent(SocketRules::checkKeyExpression);
        V2Errors.refuse(
                "the parameter disableSchemaValidation", disableSchemaValidation.isPresent());
        boolean isWebSocket = protocolType.equals("WEBSOCKET");
        if (isWebSocket) {
            checkWebSocket();
        } else if (routeSelectionExpression
                .filter(each ->
                        !each.replaceAll("[{}]", "").equals(SELECTION.replaceAll("[{}]", "")))
                .isPresent()) {
            throw V2Errors.badRequest(
                    "RouteSelectionExpression for HTTP APIs must be " + SELECTION);
        }
        checkRoom(apis, call);
        var id = Ids.next(call.random(), Ids.LONG);
        var api =
                new HttpApi(
                        "%s://%s.execute-api.%s.amazonaws.com"
                                .formatted(isWebSocket ? "wss" : "https", id, call.region()),
                        id,
                        name,
                        protocolType,
                        isWebSocket ? routeSelectionExpression.orElse("") : SELECTION,
                        apiKeySelectionExpression.orElse("$request.header.x-api-key"),
                        ipAddressType.orElse("ipv4"),
                        disableExecuteApiEndpoint.orElse(false),
                        corsConfiguration,
                        Times.text(call.now()),
                        description,
                        version,
                        tags.orElse(Map.of()));
        CorsRules.check(corsConfiguration);
        apis.put(call.region(), api);
        call.keys().claim(RestApis.claim(id));
        target.ifPresent(to ->
                QuickCreate.of(api, to, routeKey.orElse("$default"), credentialsArn, apis, call));
        return api;
    }

    /// @throws AwsException if there are as many APIs as there may be
    static void checkRoom(HttpApis apis, Call call) {
        if (apis.all(call.region()).size() >= MOST) {
            throw new AwsException(
                    429, "TooManyRequestsException", "Maximum number of APIs has been reached");
        }
    }

    private void checkWebSocket() {
        SelectionRules.check(
                "RouteSelectionExpression",
                routeSelectionExpression
                        .filter(each -> !each.isEmpty())
                        .orElseThrow(() ->
                                V2Errors.badRequest(
                                        "RouteSelectionExpression is required for WEBSOCKET protocol")));
        if (corsConfiguration.isPresent()) {
            throw V2Errors.badRequest("CORS configuration is not supported for WEBSOCKET protocol");
        }
        if (target.isPresent() || routeKey.isPresent() || credentialsArn.isPresent()) {
            throw V2Errors.badRequest("Quick create is not supported for WEBSOCKET protocol");
        }
    }
}
