package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.Overlay;
import groundschool.emulator.apigatewayv2.V2Errors;
import groundschool.emulator.apigatewayv2.api.IntegrationResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes a response of a WebSocket API's integration.
///
/// Source:
/// [UpdateIntegrationResponse](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid-integrationresponses-integrationresponseid.html)
public record UpdateIntegrationResponse(
        String apiId,
        String integrationId,
        String integrationResponseId,
        Optional<Object> contentHandlingStrategy,
        Optional<String> integrationResponseKey,
        Optional<Object> responseParameters,
        Optional<Map<String, String>> responseTemplates,
        Optional<String> templateSelectionExpression)
        implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks(
                "PATCH",
                call,
                "apis",
                apiId,
                "integrations",
                integrationId,
                "integrationresponses",
                integrationResponseId);
    }

    @Override
    public IntegrationResponse run(HttpApis apis, Call call) {
        V2Errors.refuse(
                "contentHandlingStrategy and responseParameters of integration responses",
                contentHandlingStrategy.isPresent() || responseParameters.isPresent());
        apis.integration(call.region(), apiId, integrationId);
        var before =
                apis.replies()
                        .ofIntegration(call.region(), apiId, integrationId, integrationResponseId);
        var response =
                ResponseRules.checked(
                        apis.api(call.region(), apiId),
                        Overlay.on(before, this, IntegrationResponse.class),
                        apis.replies().ofIntegration(call.region(), apiId, integrationId));
        apis.replies().put(call.region(), apiId, integrationId, response);
        apis.changed(apiId, call);
        return response;
    }
}
