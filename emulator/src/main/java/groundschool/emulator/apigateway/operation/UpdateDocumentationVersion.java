package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.documentation.DocumentationVersion;
import groundschool.emulator.apigateway.patch.PatchOperation;
import groundschool.emulator.apigateway.patch.PatchTable;
import java.util.List;
import java.util.Optional;

/// Changes what a version of the documentation is described by.
///
/// Source:
/// [UpdateDocumentationVersion](https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateDocumentationVersion.html)
public record UpdateDocumentationVersion(
        String restApiId,
        String documentationVersion,
        Optional<List<PatchOperation>> patchOperations)
        implements ApiGatewayOperation, Operation<Gateway> {

    private static final PatchTable<DocumentationVersion> PATCHES =
            new PatchTable<>(DocumentationVersion.class, PatchTable.Wording.LISTING)
                    .replace("/description", PatchTable.Kind.TEXT);

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "PATCH",
                call,
                "restapis",
                restApiId,
                "documentation",
                "versions",
                documentationVersion);
    }

    @Override
    public DocumentationVersion run(Gateway gateway, Call call) {
        var documentation = gateway.documentation();
        var version = documentation.version(call.region(), restApiId, documentationVersion);
        var changed = PATCHES.apply(version, patchOperations.orElse(List.of()));
        documentation.put(call.region(), restApiId, changed);
        return changed;
    }
}
