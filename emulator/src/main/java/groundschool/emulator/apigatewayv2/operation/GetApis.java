package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.api.HttpApi;
import java.util.List;
import java.util.Optional;

/// Lists the APIs of a Region.
///
/// Source: [GetApis](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html)
public record GetApis(Optional<String> maxResults, Optional<String> nextToken)
        implements HttpApiOperation {

    public record Response(List<HttpApi> items, Optional<String> nextToken) {}

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("GET", call, "apis");
    }

    @Override
    public Response run(HttpApis apis, Call call) {
        var page = Page.of(apis.all(call.region()), nextToken, maxResults);
        return new Response(page.items(), page.nextToken());
    }
}
