package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.documentation.DocumentationPart;
import java.util.List;

/// Shows what is said of a part of an API.
///
/// Source:
/// [GetDocumentationPart](https://docs.aws.amazon.com/apigateway/latest/api/API_GetDocumentationPart.html)
public record GetDocumentationPart(String restApiId, String documentationPartId)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "GET", call, "restapis", restApiId, "documentation", "parts", documentationPartId);
    }

    @Override
    public DocumentationPart run(Gateway gateway, Call call) {
        return gateway.documentation().part(call.region(), restApiId, documentationPartId);
    }
}
