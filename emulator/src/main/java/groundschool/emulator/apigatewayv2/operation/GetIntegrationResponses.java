package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.api.IntegrationResponse;
import java.util.List;
import java.util.Optional;

/// Lists the responses of a WebSocket API's integration.
///
/// Source:
/// [GetIntegrationResponses](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid-integrationresponses.html)
public record GetIntegrationResponses(
        String apiId, String integrationId, Optional<String> maxResults, Optional<String> nextToken)
        implements HttpApiOperation {

    public record Response(List<IntegrationResponse> items, Optional<String> nextToken) {}

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks(
                "GET", call, "apis", apiId, "integrations", integrationId, "integrationresponses");
    }

    @Override
    public Response run(HttpApis apis, Call call) {
        apis.integration(call.region(), apiId, integrationId);
        var page =
                Page.of(
                        apis.replies().ofIntegration(call.region(), apiId, integrationId),
                        nextToken,
                        maxResults);
        return new Response(page.items(), page.nextToken());
    }
}
