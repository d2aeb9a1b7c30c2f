package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.Overlay;
import groundschool.emulator.apigatewayv2.V2Errors;
import groundschool.emulator.apigatewayv2.api.Cors;
import groundschool.emulator.apigatewayv2.api.HttpApi;
import java.util.List;
import java.util.Optional;

/// Changes an API.
///
/// Source:
/// [UpdateApi](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html)
public record UpdateApi(
        String apiId,
        Optional<String> apiKeySelectionExpression,
        Optional<Cors> corsConfiguration,
        Optional<Object> credentialsArn,
        Optional<String> description,
        Optional<Object> disableSchemaValidation,
        Optional<Boolean> disableExecuteApiEndpoint,
        Optional<String> ipAddressType,
        Optional<String> name,
        Optional<Object> routeKey,
        Optional<String> routeSelectionExpression,
        Optional<Object> target,
        Optional<String> version)
        implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("PATCH", call, "apis", apiId);
    }

    @Override
    public HttpApi run(HttpApis apis, Call call) {
        V2Errors.refuse(
                "changing what quick create has made",
                target.isPresent() || routeKey.isPresent() || credentialsArn.isPresent());
        apiKeySelectionExpression.ifPresent(SocketRules::checkKeyExpression);
        V2Errors.refuse(
                "the parameter disableSchemaValidation", disableSchemaValidation.isPresent());
        var before = apis.api(call.region(), apiId);
        var changed = Overlay.on(before, this, HttpApi.class);
        if (changed.speaksWebSocket()) {
            SelectionRules.check("RouteSelectionExpression", changed.routeSelectionExpression());
        } else if (!changed.routeSelectionExpression().equals(before.routeSelectionExpression())) {
            throw V2Errors.badRequest(
                    "RouteSelectionExpression for HTTP APIs must be "
                            + before.routeSelectionExpression());
        }
        CorsRules.check(changed.corsConfiguration());
        apis.put(call.region(), changed);
        apis.changed(apiId, call);
        return changed;
    }
}
