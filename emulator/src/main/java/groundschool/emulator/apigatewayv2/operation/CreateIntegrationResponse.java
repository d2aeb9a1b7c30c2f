package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.V2Errors;
import groundschool.emulator.apigatewayv2.api.IntegrationResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Adds a response to a WebSocket API's integration.
///
/// Source:
/// [CreateIntegrationResponse](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid-integrationresponses.html)
public record CreateIntegrationResponse(
        String apiId,
        String integrationId,
        Optional<Object> contentHandlingStrategy,
        String integrationResponseKey,
        Optional<Object> responseParameters,
        Optional<Map<String, String>> responseTemplates,
        Optional<String> templateSelectionExpression)
        implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks(
                "POST", call, "apis", apiId, "integrations", integrationId, "integrationresponses");
    }

    @Override
    public IntegrationResponse run(HttpApis apis, Call call) {
        V2Errors.refuse(
                "contentHandlingStrategy and responseParameters of integration responses",
                contentHandlingStrategy.isPresent() || responseParameters.isPresent());
        apis.integration(call.region(), apiId, integrationId);
        var response =
                ResponseRules.checked(
                        apis.api(call.region(), apiId),
                        new IntegrationResponse(
                                Ids.next(call.random(), Ids.SHORT),
                                integrationResponseKey,
                                responseTemplates,
                                templateSelectionExpression),
                        apis.replies().ofIntegration(call.region(), apiId, integrationId));
        apis.replies().put(call.region(), apiId, integrationId, response);
        apis.changed(apiId, call);
        return response;
    }
}
