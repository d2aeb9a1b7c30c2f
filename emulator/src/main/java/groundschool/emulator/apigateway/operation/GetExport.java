package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.openapi.Described;
import groundschool.emulator.apigateway.openapi.Document;
import groundschool.emulator.apigateway.openapi.Exporter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An API as an OpenAPI document, as a stage shows it.
///
/// Source: [GetExport](https://docs.aws.amazon.com/apigateway/latest/api/API_GetExport.html)
public record GetExport(
        String restApiId,
        String stageName,
        String exportType,
        Optional<Map<String, String>> parameters,
        Optional<String> accepts)
        implements ApiGatewayOperation, Operation<Gateway> {

    public record Response(String contentType, String contentDisposition, byte[] body) {}

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "GET", call, "restapis", restApiId, "stages", stageName, "exports", exportType);
    }

    @Override
    public Response run(Gateway gateway, Call call) {
        if (!exportType.equals("oas30") && !exportType.equals("swagger")) {
            throw GatewayErrors.badRequest("No API exporter for type '%s'".formatted(exportType));
        }
        var apis = gateway.in(call.region());
        apis.api(restApiId);
        var stage = apis.stage(restApiId, stageName);
        var snapshot =
                apis.snapshot(restApiId, stage.deploymentId())
                        .orElseThrow(GatewayErrors::noDeployment);
        var extensions = parameters.orElse(Map.of()).getOrDefault("extensions", "");
        GatewayErrors.refuse("the extension postman", extensions.contains("postman"));
        boolean all = extensions.contains("apigateway");
        var document =
                new Exporter(
                                snapshot,
                                exportType.equals("oas30"),
                                all || extensions.contains("integrations"),
                                all || extensions.contains("authorizers"))
                        .document(stageName, call.region());
        stage.documentationVersion()
                .map(version ->
                        new Described(
                                gateway.documentation().version(call.region(), restApiId, version),
                                gateway.documentation().partsOf(call.region(), restApiId, version)))
                .ifPresent(described ->
                        described.write(document, extensions.contains("documentation")));
        boolean yaml = accepts.orElse("application/json").contains("yaml");
        return new Response(
                "application/octet-stream",
                "attachment; filename=\"%s_%s.%s\""
                        .formatted(
                                exportType,
                                document.path("info").path("version").asString(""),
                                yaml ? "yaml" : "json"),
                Document.text(document, yaml).getBytes(StandardCharsets.UTF_8));
    }
}
