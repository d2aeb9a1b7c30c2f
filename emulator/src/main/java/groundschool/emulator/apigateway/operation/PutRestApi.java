package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.documentation.PartsImport;
import groundschool.emulator.apigateway.openapi.Document;
import groundschool.emulator.apigateway.openapi.Importer;
import groundschool.emulator.apigateway.rest.RestApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes an API to what an OpenAPI document describes, or adds that to it.
///
/// Source: [PutRestApi](https://docs.aws.amazon.com/apigateway/latest/api/API_PutRestApi.html)
public record PutRestApi(
        String restApiId,
        Optional<String> mode,
        Optional<Boolean> failOnWarnings,
        Optional<Map<String, String>> parameters,
        byte[] body)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("PUT", call, "restapis", restApiId);
    }

    @Override
    public RestApi run(Gateway gateway, Call call) {
        var document = Document.read(body);
        var options = parameters.orElse(Map.of());
        var apis = gateway.in(call.region());
        var before = apis.api(restApiId);
        var importer = new Importer(document, apis, call);
        if (mode.orElse("merge").equals("overwrite")) {
            apis.clear(before);
        }
        var api = importer.described(before);
        apis.put(api);
        importer.fill(api, Prefix.of(document, options));
        new PartsImport(gateway.documentation(), call.random())
                .into(
                        call.region(),
                        restApiId,
                        document.root(),
                        mode.filter("overwrite"::equals).isPresent());
        Prefix.check(failOnWarnings, importer.warnings());
        return apis.api(restApiId).withWarnings(importer.warnings()).shown();
    }
}
