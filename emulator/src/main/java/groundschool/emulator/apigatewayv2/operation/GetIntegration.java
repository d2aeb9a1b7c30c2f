package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.api.Integration;
import java.util.List;

/// Describes an integration.
///
/// Source:
/// [GetIntegration](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid.html)
public record GetIntegration(String apiId, String integrationId) implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("GET", call, "apis", apiId, "integrations", integrationId);
    }

    @Override
    public Integration run(HttpApis apis, Call call) {
        apis.api(call.region(), apiId);
        return apis.integration(call.region(), apiId, integrationId);
    }
}
