package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.api.IntegrationResponse;
import java.util.List;

/// Describes a response of a WebSocket API's integration.
///
/// Source:
/// [GetIntegrationResponse](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid-integrationresponses-integrationresponseid.html)
public record GetIntegrationResponse(
        String apiId, String integrationId, String integrationResponseId)
        implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks(
                "GET",
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
        apis.integration(call.region(), apiId, integrationId);
        return apis.replies()
                .ofIntegration(call.region(), apiId, integrationId, integrationResponseId);
    }
}
