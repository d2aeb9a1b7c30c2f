package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import java.util.List;

/// Deletes a version of the documentation that no stage shows.
///
/// Source:
/// [DeleteDocumentationVersion](https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteDocumentationVersion.html)
public record DeleteDocumentationVersion(String restApiId, String documentationVersion)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "DELETE",
                call,
                "restapis",
                restApiId,
                "documentation",
                "versions",
                documentationVersion);
    }

    @Override
    public Done run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        apis.api(restApiId);
        gateway.documentation().version(call.region(), restApiId, documentationVersion);
        for (var stage : apis.stages(restApiId)) {
            if (stage.documentationVersion().filter(documentationVersion::equals).isPresent()) {
                throw GatewayErrors.conflict(
                        "Documentation version is used by stage " + stage.stageName());
            }
        }
        gateway.documentation().removeVersion(call.region(), restApiId, documentationVersion);
        return new Done();
    }
}
