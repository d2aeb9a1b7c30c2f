package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.documentation.DocumentationVersion;
import java.util.List;
import java.util.Optional;

/// Publishes what is said of an API under a name, for a stage if one is named.
///
/// Source:
/// [CreateDocumentationVersion](https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDocumentationVersion.html)
public record CreateDocumentationVersion(
        String restApiId,
        String documentationVersion,
        Optional<String> stageName,
        Optional<String> description)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "POST", call, "restapis", restApiId, "documentation", "versions");
    }

    @Override
    public DocumentationVersion run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        apis.api(restApiId);
        var documentation = gateway.documentation();
        if (documentationVersion.isBlank()) {
            throw GatewayErrors.badRequest("Documentation version cannot be blank");
        }
        if (documentation.findVersion(call.region(), restApiId, documentationVersion).isPresent()) {
            throw GatewayErrors.conflict(
                    "Documentation version already exists: " + documentationVersion);
        }
        var version = new DocumentationVersion(documentationVersion, call.now(), description);
        documentation.put(call.region(), restApiId, version);
        stageName.ifPresent(name ->
                apis.put(
                        restApiId,
                        apis.stage(restApiId, name)
                                .documentedBy(documentationVersion, call.now())));
        return version;
    }
}
