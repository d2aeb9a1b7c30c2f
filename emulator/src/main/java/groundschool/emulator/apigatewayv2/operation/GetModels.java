package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.api.Model;
import java.util.List;
import java.util.Optional;

/// Lists the models of an API.
///
/// Source:
/// [GetModels](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-models.html)
public record GetModels(String apiId, Optional<String> maxResults, Optional<String> nextToken)
        implements HttpApiOperation {

    public record Response(List<Model> items, Optional<String> nextToken) {}

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("GET", call, "apis", apiId, "models");
    }

    @Override
    public Response run(HttpApis apis, Call call) {
        apis.api(call.region(), apiId);
        var page = Page.of(apis.models().of(call.region(), apiId), nextToken, maxResults);
        return new Response(page.items(), page.nextToken());
    }
}
