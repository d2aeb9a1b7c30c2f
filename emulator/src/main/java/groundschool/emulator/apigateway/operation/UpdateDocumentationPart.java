package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.documentation.DocumentationPart;
import groundschool.emulator.apigateway.patch.PatchOperation;
import groundschool.emulator.apigateway.patch.PatchTable;
import java.util.List;
import java.util.Optional;

/// Changes what is said of a part of an API.
///
/// Source:
/// [UpdateDocumentationPart](https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateDocumentationPart.html)
public record UpdateDocumentationPart(
        String restApiId,
        String documentationPartId,
        Optional<List<PatchOperation>> patchOperations)
        implements ApiGatewayOperation, Operation<Gateway> {

    private static final PatchTable<DocumentationPart> PATCHES =
            new PatchTable<>(DocumentationPart.class, PatchTable.Wording.LISTING)
                    .replace("/properties", PatchTable.Kind.TEXT);

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "PATCH",
                call,
                "restapis",
                restApiId,
                "documentation",
                "parts",
                documentationPartId);
    }

    @Override
    public DocumentationPart run(Gateway gateway, Call call) {
        var documentation = gateway.documentation();
        var part = documentation.part(call.region(), restApiId, documentationPartId);
        var changed = PATCHES.apply(part, patchOperations.orElse(List.of())).checked();
        documentation.put(call.region(), restApiId, changed);
        return changed;
    }
}
