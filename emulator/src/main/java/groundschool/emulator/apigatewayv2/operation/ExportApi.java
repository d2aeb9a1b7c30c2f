package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigateway.openapi.Document;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.V2Errors;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// An HTTP API as an OpenAPI document: as a stage shows it, or as it is now.
///
/// Source:
/// [ExportApi](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-exports-specification.html)
public record ExportApi(
        String apiId,
        String specification,
        String outputType,
        Optional<String> exportVersion,
        Optional<Boolean> includeExtensions,
        Optional<String> stageName)
        implements HttpApiOperation {

    public record Response(byte[] body) {}

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("GET", call, "apis", apiId, "exports", specification);
    }

    @Override
    public Response run(HttpApis apis, Call call) {
        var region = call.region();
        var api = apis.api(region, apiId);
        if (api.speaksWebSocket()) {
            throw V2Errors.badRequest("Export is not supported for WEBSOCKET protocol");
        }
        if (exportVersion.filter(version -> !version.equals("1.0")).isPresent()) {
            throw V2Errors.badRequest("Invalid export version specified. Must be 1.0");
        }
        var snapshot =
                stageName
                        .map(name -> apis.stage(region, apiId, name))
                        .map(stage ->
                                stage.deploymentId()
                                        .flatMap(id -> apis.snapshot(region, apiId, id))
                                        .orElseThrow(() ->
                                                V2Errors.badRequest(
                                                        "The stage has no deployment.")))
                        .orElseGet(() -> apis.now(region, api));
        var document =
                new HttpExporter(snapshot, includeExtensions.orElse(true))
                        .document(stageName, region);
        return new Response(
                Document.text(document, outputType.equals("YAML"))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
