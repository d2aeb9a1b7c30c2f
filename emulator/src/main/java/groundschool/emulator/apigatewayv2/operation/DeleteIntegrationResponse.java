package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import java.util.List;

/// Deletes a response of a WebSocket API's integration.
///
/// Source:
/// [DeleteIntegrationResponse](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid-integrationresponses-integrationresponseid.html)
public record DeleteIntegrationResponse(
        String apiId, String integrationId, String integrationResponseId)
        implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks(
                "DELETE",
                call,
                "apis",
                apiId,
                "integrations",
                integrationId,
                "integrationresponses",
                integrationResponseId);
    }

    @Override
    public Done run(HttpApis apis, Call call) {
        apis.integration(call.region(), apiId, integrationId);
        apis.replies().ofIntegration(call.region(), apiId, integrationId, integrationResponseId);
        apis.replies()
                .removeOfIntegration(call.region(), apiId, integrationId, integrationResponseId);
        apis.changed(apiId, call);
        return new Done();
    }
}
