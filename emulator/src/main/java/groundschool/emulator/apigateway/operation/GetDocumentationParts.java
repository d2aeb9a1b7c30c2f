package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.documentation.DocumentationPart;
import groundschool.emulator.apigateway.documentation.Location;
import java.util.List;
import java.util.Optional;

/// Lists what is said of an API, or of its parts of one type, name or path.
///
/// Source:
/// [GetDocumentationParts](https://docs.aws.amazon.com/apigateway/latest/api/API_GetDocumentationParts.html)
public record GetDocumentationParts(
        String restApiId,
        Optional<String> type,
        Optional<String> nameQuery,
        Optional<String> path,
        Optional<String> position,
        Optional<Integer> limit,
        Optional<String> locationStatus)
        implements ApiGatewayOperation, Operation<Gateway> {

    /// @param position of the next part
    public record Response(List<DocumentationPart> items, Optional<String> position) {}

    private boolean isWanted(Location location) {
        return type.map(location.type()::equals).orElse(true)
                && nameQuery
                        .map(text ->
                                location.name().filter(each -> each.contains(text)).isPresent())
                        .orElse(true)
                && path.map(text -> location.path().filter(text::equals).isPresent()).orElse(true);
    }

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "GET", call, "restapis", restApiId, "documentation", "parts");
    }

    @Override
    public Response run(Gateway gateway, Call call) {
        gateway.in(call.region()).api(restApiId);
        GatewayErrors.refuse(
                "locationStatus UNDOCUMENTED",
                locationStatus.filter("UNDOCUMENTED"::equals).isPresent());
        var wanted =
                gateway.documentation().parts(call.region(), restApiId).stream()
                        .filter(each -> isWanted(each.location()))
                        .toList();
        var page = Page.of(wanted, position, limit);
        return new Response(page.items(), page.position());
    }
}
