package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.Overlay;
import groundschool.emulator.apigatewayv2.V2Errors;
import groundschool.emulator.apigatewayv2.api.Integration;
import groundschool.emulator.apigatewayv2.api.TlsConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes an integration.
///
/// Source:
/// [UpdateIntegration](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid.html)
public record UpdateIntegration(
        String apiId,
        String integrationId,
        Optional<String> integrationType,
        Optional<Object> connectionId,
        Optional<String> connectionType,
        Optional<Object> contentHandlingStrategy,
        Optional<String> credentialsArn,
        Optional<String> description,
        Optional<String> integrationMethod,
        Optional<Object> integrationSubtype,
        Optional<String> integrationUri,
        Optional<String> passthroughBehavior,
        Optional<String> payloadFormatVersion,
        Optional<Map<String, String>> requestParameters,
        Optional<Map<String, String>> requestTemplates,
        Optional<Map<String, Map<String, String>>> responseParameters,
        Optional<String> templateSelectionExpression,
        Optional<Integer> timeoutInMillis,
        Optional<TlsConfig> tlsConfig)
        implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("PATCH", call, "apis", apiId, "integrations", integrationId);
    }

    @Override
    public Integration run(HttpApis apis, Call call) {
        V2Errors.refuse(
                "integrationSubtype (calls of AWS services)", integrationSubtype.isPresent());
        V2Errors.refuse(
                "contentHandlingStrategy, since WebSocket APIs take texts only, and so nothing",
                contentHandlingStrategy.isPresent());
        V2Errors.refuse("the parameter connectionId", connectionId.isPresent());
        var before = apis.integration(call.region(), apiId, integrationId);
        var changed =
                IntegrationRules.checked(
                        apis.api(call.region(), apiId),
                        Overlay.on(before, this, Integration.class));
        apis.put(call.region(), apiId, changed);
        apis.changed(apiId, call);
        return changed;
    }
}
