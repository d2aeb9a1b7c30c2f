package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.V2Errors;
import java.util.List;

/// Deletes an integration that no route leads to.
///
/// Source:
/// [DeleteIntegration](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid.html)
public record DeleteIntegration(String apiId, String integrationId) implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("DELETE", call, "apis", apiId, "integrations", integrationId);
    }

    @Override
    public Done run(HttpApis apis, Call call) {
        apis.integration(call.region(), apiId, integrationId);
        if (apis.routes(call.region(), apiId).stream()
                .anyMatch(route ->
                        route.target()
                                .filter(("integrations/" + integrationId)::equals)
                                .isPresent())) {
            throw V2Errors.conflict(
                    "Cannot delete Integration %s because it is referenced by a Route"
                            .formatted(integrationId));
        }
        apis.removeIntegration(call.region(), apiId, integrationId);
        apis.changed(apiId, call);
        return new Done();
    }
}
