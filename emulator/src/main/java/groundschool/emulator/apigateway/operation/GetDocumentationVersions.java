package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.documentation.DocumentationVersion;
import java.util.List;
import java.util.Optional;

/// Lists the versions of the documentation of an API.
///
/// Source:
/// [GetDocumentationVersions](https://docs.aws.amazon.com/apigateway/latest/api/API_GetDocumentationVersions.html)
public record GetDocumentationVersions(
        String restApiId, Optional<String> position, Optional<Integer> limit)
        implements ApiGatewayOperation, Operation<Gateway> {

    /// @param position of the next part
    public record Response(List<DocumentationVersion> items, Optional<String> position) {}

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "GET", call, "restapis", restApiId, "documentation", "versions");
    }

    @Override
    public Response run(Gateway gateway, Call call) {
        gateway.in(call.region()).api(restApiId);
        var page =
                Page.of(
                        gateway.documentation().versions(call.region(), restApiId),
                        position,
                        limit);
        return new Response(page.items(), page.position());
    }
}
