package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.documentation.PartsImport;
import groundschool.emulator.apigateway.openapi.Document;
import java.util.List;
import java.util.Optional;

/// Takes what an OpenAPI document says of the parts of an API.
///
/// Source:
/// [ImportDocumentationParts](https://docs.aws.amazon.com/apigateway/latest/api/API_ImportDocumentationParts.html)
public record ImportDocumentationParts(
        String restApiId, Optional<String> mode, Optional<Boolean> failOnWarnings, byte[] body)
        implements ApiGatewayOperation, Operation<Gateway> {

    /// @param warnings absent: whatever is wrong with a part is refused
    public record Response(List<String> ids, Optional<List<String>> warnings) {}

    private Document document() {
        try {
            return Document.read(body);
        } catch (AwsException _) {
            throw GatewayErrors.badRequest("Unable to build importer with provided input.");
        }
    }

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "PUT", call, "restapis", restApiId, "documentation", "parts");
    }

    @Override
    public Response run(Gateway gateway, Call call) {
        gateway.in(call.region()).api(restApiId);
        var ids =
                new PartsImport(gateway.documentation(), call.random())
                        .into(
                                call.region(),
                                restApiId,
                                document().root(),
                                mode.filter("overwrite"::equals).isPresent());
        return new Response(ids, Optional.empty());
    }
}
