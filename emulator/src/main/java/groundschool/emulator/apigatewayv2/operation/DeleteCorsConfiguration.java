package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import java.util.List;

/// Lets no page of another origin call an API any more.
///
/// Source:
/// [DeleteCorsConfiguration](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-cors.html)
public record DeleteCorsConfiguration(String apiId) implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("DELETE", call, "apis", apiId, "cors");
    }

    @Override
    public Done run(HttpApis apis, Call call) {
        apis.put(call.region(), apis.api(call.region(), apiId).withoutCors());
        apis.changed(apiId, call);
        return new Done();
    }
}
