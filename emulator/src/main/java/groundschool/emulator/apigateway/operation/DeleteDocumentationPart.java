package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import java.util.List;

/// Takes back what is said of a part of an API; versions that have it keep it.
///
/// Source:
/// [DeleteDocumentationPart](https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteDocumentationPart.html)
public record DeleteDocumentationPart(String restApiId, String documentationPartId)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "DELETE",
                call,
                "restapis",
                restApiId,
                "documentation",
                "parts",
                documentationPartId);
    }

    @Override
    public Done run(Gateway gateway, Call call) {
        gateway.in(call.region()).api(restApiId);
        var documentation = gateway.documentation();
        documentation.remove(
                call.region(),
                restApiId,
                documentation.part(call.region(), restApiId, documentationPartId));
        return new Done();
    }
}
