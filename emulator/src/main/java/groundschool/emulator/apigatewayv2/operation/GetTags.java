package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import java.util.List;
import java.util.Map;

/// The tags of an API or a stage.
///
/// Source:
/// [GetTags](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/tags-resource-arn.html)
public record GetTags(String resourceArn) implements HttpApiOperation {

    public record Response(Map<String, String> tags) {}

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("GET", call, "tags", resourceArn);
    }

    @Override
    public Response run(HttpApis apis, Call call) {
        return new Response(Tagged.of(resourceArn, apis, call).tags());
    }
}
