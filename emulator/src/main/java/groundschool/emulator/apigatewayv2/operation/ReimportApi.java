package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.V2Errors;
import java.util.List;
import java.util.Optional;

/// Puts what an OpenAPI document describes in the place of all that an HTTP API consists of.
///
/// Source:
/// [ReimportApi](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html)
public record ReimportApi(
        String apiId, String body, Optional<String> basepath, Optional<Boolean> failOnWarnings)
        implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("PUT", call, "apis", apiId);
    }

    @Override
    public ImportedApi run(HttpApis apis, Call call) {
        var before = apis.api(call.region(), apiId);
        if (before.speaksWebSocket()) {
            throw V2Errors.badRequest("Import is not supported for WEBSOCKET protocol");
        }
        var importer = HttpImporter.of(body, apis, call);
        var api = importer.described(apiId, before.createdDate(), before.tags());
        apis.clear(call.region(), apiId);
        apis.put(call.region(), api);
        importer.fill(api, basepath.orElse("ignore"));
        var imported = ImportedApi.of(api, importer.warnings(failOnWarnings));
        apis.changed(apiId, call);
        return imported;
    }
}
