package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigateway.RestApis;
import groundschool.emulator.apigatewayv2.HttpApis;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes an HTTP API of an OpenAPI document.
///
/// Source: [ImportApi](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html)
public record ImportApi(String body, Optional<String> basepath, Optional<Boolean> failOnWarnings)
        implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("PUT", call, "apis");
    }

    @Override
    public ImportedApi run(HttpApis apis, Call call) {
        CreateApi.checkRoom(apis, call);
        var importer = HttpImporter.of(body, apis, call);
        var api = importer.described(Ids.next(call.random(), Ids.LONG), importer.now(), Map.of());
        apis.put(call.region(), api);
        call.keys().claim(RestApis.claim(api.apiId()));
        importer.fill(api, basepath.orElse("ignore"));
        return ImportedApi.of(api, importer.warnings(failOnWarnings));
    }
}
