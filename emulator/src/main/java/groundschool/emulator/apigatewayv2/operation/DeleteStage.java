package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import java.util.List;

/// Deletes a stage.
///
/// Source:
/// [DeleteStage](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename.html)
public record DeleteStage(String apiId, String stageName) implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("DELETE", call, "apis", apiId, "stages", stageName);
    }

    @Override
    public Done run(HttpApis apis, Call call) {
        apis.stage(call.region(), apiId, stageName);
        apis.removeStage(call.region(), apiId, stageName);
        return new Done();
    }
}
