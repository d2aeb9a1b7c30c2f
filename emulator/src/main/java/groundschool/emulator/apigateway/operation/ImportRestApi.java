package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigateway.documentation.PartsImport;
import groundschool.emulator.apigateway.openapi.Document;
import groundschool.emulator.apigateway.openapi.Importer;
import groundschool.emulator.apigateway.rest.AccountLimits;
import groundschool.emulator.apigateway.rest.EndpointConfiguration;
import groundschool.emulator.apigateway.rest.RestApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes an API of an OpenAPI document.
///
/// Source:
/// [ImportRestApi](https://docs.aws.amazon.com/apigateway/latest/api/API_ImportRestApi.html)
public record ImportRestApi(
        Optional<Boolean> failOnWarnings, Optional<Map<String, String>> parameters, byte[] body)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("POST", call, "restapis");
    }

    @Override
    public RestApi run(Gateway gateway, Call call) {
        var document = Document.read(body);
        var options = parameters.orElse(Map.of());
        var apis = gateway.in(call.region());
        if (apis.all().size() >= AccountLimits.APIS) {
            throw GatewayErrors.limit("Maximum number of APIs has been reached");
        }
        var importer = new Importer(document, apis, call);
        var types = Optional.ofNullable(options.get("endpointConfigurationTypes"));
        var api =
                importer.described(
                        new RestApi(
                                Ids.next(call.random(), Ids.LONG),
                                "imported",
                                Optional.empty(),
                                call.now(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                "HEADER",
                                new EndpointConfiguration(
                                        types.map(List::of), Optional.empty(), Optional.empty()),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                Ids.next(call.random(), Ids.LONG)));
        NewApis.put(api, apis, call);
        importer.fill(api, Prefix.of(document, options));
        new PartsImport(gateway.documentation(), call.random())
                .into(call.region(), api.id(), document.root(), false);
        Prefix.check(failOnWarnings, importer.warnings());
        return apis.api(api.id()).withWarnings(importer.warnings()).shown();
    }
}
