package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.api.Stage;
import java.util.List;

/// Describes a stage.
///
/// Source:
/// [GetStage](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename.html)
public record GetStage(String apiId, String stageName) implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("GET", call, "apis", apiId, "stages", stageName);
    }

    @Override
    public Stage run(HttpApis apis, Call call) {
        apis.api(call.region(), apiId);
        return apis.stage(call.region(), apiId, stageName);
    }
}
