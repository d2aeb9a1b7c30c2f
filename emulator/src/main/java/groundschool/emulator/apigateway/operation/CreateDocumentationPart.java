package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigateway.documentation.DocumentationPart;
import groundschool.emulator.apigateway.documentation.Location;
import java.util.List;

/// Says something of a part of an API.
///
/// Source:
/// [CreateDocumentationPart](https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDocumentationPart.html)
public record CreateDocumentationPart(String restApiId, Location location, String properties)
        implements ApiGatewayOperation, Operation<Gateway> {

    private static final int MOST = 2_000;

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "POST", call, "restapis", restApiId, "documentation", "parts");
    }

    @Override
    public DocumentationPart run(Gateway gateway, Call call) {
        gateway.in(call.region()).api(restApiId);
        var documentation = gateway.documentation();
        var about = location.checked();
        if (documentation.at(call.region(), restApiId, about).isPresent()) {
            throw GatewayErrors.conflict(
                    "Documentation part already exists for the specified location: %s."
                            .formatted(about.inWords()));
        }
        if (documentation.parts(call.region(), restApiId).size() >= MOST) {
            throw GatewayErrors.limit(
                    "Maximum number of documentation parts for this API has been reached");
        }
        var part =
                new DocumentationPart(Ids.next(call.random(), Ids.SHORT), about, properties)
                        .checked();
        documentation.put(call.region(), restApiId, part);
        return part;
    }
}
