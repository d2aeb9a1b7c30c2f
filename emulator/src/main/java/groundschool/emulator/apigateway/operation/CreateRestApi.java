package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigateway.rest.AccountLimits;
import groundschool.emulator.apigateway.rest.EndpointConfiguration;
import groundschool.emulator.apigateway.rest.RestApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Creates a REST API, which has a root resource and two models.
///
/// Source:
/// [CreateRestApi](https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRestApi.html)
public record CreateRestApi(
        String name,
        Optional<String> description,
        Optional<String> version,
        Optional<String> cloneFrom,
        Optional<List<String>> binaryMediaTypes,
        Optional<Integer> minimumCompressionSize,
        Optional<String> apiKeySource,
        Optional<EndpointConfiguration> endpointConfiguration,
        Optional<String> policy,
        Optional<Map<String, String>> tags,
        Optional<Boolean> disableExecuteApiEndpoint,
        Optional<Object> securityPolicy,
        Optional<Object> endpointAccessMode)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("POST", call, "restapis");
    }

    @Override
    public RestApi run(Gateway gateway, Call call) {
        GatewayErrors.refuse("the parameter securityPolicy", securityPolicy.isPresent());
        GatewayErrors.refuse("the parameter endpointAccessMode", endpointAccessMode.isPresent());
        if (name.isBlank()) {
            throw GatewayErrors.badRequest("API name cannot be blank");
        }
        var apis = gateway.in(call.region());
        if (apis.all().size() >= AccountLimits.APIS) {
            throw GatewayErrors.limit("Maximum number of APIs has been reached");
        }
        var api =
                new RestApi(
                                Ids.next(call.random(), Ids.LONG),
                                name,
                                description,
                                call.now(),
                                version,
                                Optional.empty(),
                                binaryMediaTypes,
                                minimumCompressionSize,
                                apiKeySource.orElse("HEADER"),
                                endpointConfiguration.orElse(EndpointConfiguration.USUAL),
                                policy,
                                tags,
                                disableExecuteApiEndpoint.orElse(false),
                                Ids.next(call.random(), Ids.LONG))
                        .checked();
        NewApis.put(api, apis, call);
        NewApis.addModels(api, apis, call);
        cloneFrom.ifPresent(id -> NewApis.copy(apis.api(id), api, apis, call));
        return api.shown();
    }
}
