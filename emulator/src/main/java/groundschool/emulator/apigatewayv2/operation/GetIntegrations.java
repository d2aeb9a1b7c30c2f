package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.api.Integration;
import java.util.List;
import java.util.Optional;

/// Lists the integrations of an API.
///
/// Source:
/// [GetIntegrations](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html)
public record GetIntegrations(String apiId, Optional<String> maxResults, Optional<String> nextToken)
        implements HttpApiOperation {

    public record Response(List<Integration> items, Optional<String> nextToken) {}

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("GET", call, "apis", apiId, "integrations");
    }

    @Override
    public Response run(HttpApis apis, Call call) {
        var page =
                Page.of(
                        apis.integrations(call.region(), apis.api(call.region(), apiId).apiId()),
                        nextToken,
                        maxResults);
        return new Response(page.items(), page.nextToken());
    }
}
