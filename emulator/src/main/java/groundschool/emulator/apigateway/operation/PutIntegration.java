package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.rest.Integration;
import groundschool.emulator.apigateway.rest.TlsConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says what a method calls.
///
/// Source:
/// [PutIntegration](https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html)
public record PutIntegration(
        String restApiId,
        String resourceId,
        String httpMethod,
        String type,
        Optional<String> integrationHttpMethod,
        Optional<String> uri,
        Optional<String> connectionType,
        Optional<String> connectionId,
        Optional<String> credentials,
        Optional<Map<String, String>> requestParameters,
        Optional<Map<String, Optional<String>>> requestTemplates,
        Optional<String> passthroughBehavior,
        Optional<String> cacheNamespace,
        Optional<List<String>> cacheKeyParameters,
        Optional<String> contentHandling,
        Optional<Integer> timeoutInMillis,
        Optional<TlsConfig> tlsConfig,
        Optional<String> responseTransferMode,
        Optional<Object> integrationTarget)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "PUT",
                call,
                "restapis",
                restApiId,
                "resources",
                resourceId,
                "methods",
                httpMethod,
                "integration");
    }

    @Override
    public Integration run(Gateway gateway, Call call) {
        GatewayErrors.refuse(
                "responseTransferMode STREAM",
                responseTransferMode.filter(mode -> mode.equals("STREAM")).isPresent());
        GatewayErrors.refuse("the parameter integrationTarget", integrationTarget.isPresent());
        var apis = gateway.in(call.region());
        var method = apis.method(restApiId, resourceId, httpMethod);
        var integration =
                IntegrationRules.checked(
                        new Integration(
                                type,
                                integrationHttpMethod,
                                uri,
                                connectionType,
                                connectionId,
                                credentials,
                                requestParameters,
                                requestTemplates,
                                passthroughBehavior.orElse("WHEN_NO_MATCH"),
                                contentHandling,
                                timeoutInMillis.orElse(Integration.USUAL_TIMEOUT),
                                cacheNamespace.orElse(resourceId),
                                cacheKeyParameters.orElse(List.of()),
                                Optional.empty(),
                                tlsConfig));
        apis.put(restApiId, resourceId, method.with(Optional.of(integration)));
        return integration;
    }
}
