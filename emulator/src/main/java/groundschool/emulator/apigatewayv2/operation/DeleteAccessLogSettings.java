package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import java.util.List;

/// Lets a stage write no access log any more.
///
/// Source:
/// [DeleteAccessLogSettings](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename-accesslogsettings.html)
public record DeleteAccessLogSettings(String apiId, String stageName) implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks(
                "DELETE", call, "apis", apiId, "stages", stageName, "accesslogsettings");
    }

    @Override
    public Done run(HttpApis apis, Call call) {
        apis.put(
                call.region(),
                apiId,
                apis.stage(call.region(), apiId, stageName).withoutAccessLog());
        return new Done();
    }
}
