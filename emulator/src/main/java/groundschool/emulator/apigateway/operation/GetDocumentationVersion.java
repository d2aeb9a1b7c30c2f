package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.documentation.DocumentationVersion;
import java.util.List;

/// Shows a version of the documentation of an API.
///
/// Source:
/// [GetDocumentationVersion](https://docs.aws.amazon.com/apigateway/latest/api/API_GetDocumentationVersion.html)
public record GetDocumentationVersion(String restApiId, String documentationVersion)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "GET",
                call,
                "restapis",
                restApiId,
                "documentation",
                "versions",
                documentationVersion);
    }

    @Override
    public DocumentationVersion run(Gateway gateway, Call call) {
        return gateway.documentation().version(call.region(), restApiId, documentationVersion);
    }
}
