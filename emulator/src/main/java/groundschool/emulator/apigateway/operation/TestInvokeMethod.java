package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.serve.TestRun;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tries a method as it is now, deployed or not.
///
/// Source:
/// [TestInvokeMethod](https://docs.aws.amazon.com/apigateway/latest/api/API_TestInvokeMethod.html)
public record TestInvokeMethod(
        String restApiId,
        String resourceId,
        String httpMethod,
        Optional<String> pathWithQueryString,
        Optional<String> body,
        Optional<Map<String, String>> headers,
        Optional<Map<String, List<String>>> multiValueHeaders,
        Optional<Object> clientCertificateId,
        Optional<Map<String, String>> stageVariables)
        implements ApiGatewayOperation, Interaction<Gateway> {

    /// @param latency in milliseconds
    public record Response(
            int status,
            String body,
            Map<String, String> headers,
            Map<String, List<String>> multiValueHeaders,
            String log,
            long latency) {}

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "POST",
                call,
                "restapis",
                restApiId,
                "resources",
                resourceId,
                "methods",
                httpMethod);
    }

    @Override
    public Response run(Turn<Gateway> turn, Call call) {
        GatewayErrors.refuse("the parameter clientCertificateId", clientCertificateId.isPresent());
        var snapshot =
                turn.transition(gateway -> {
                    var apis = gateway.in(call.region());
                    apis.method(restApiId, resourceId, httpMethod);
                    return apis.now(apis.api(restApiId));
                });
        var resource =
                snapshot.resources().stream()
                        .filter(each -> each.id().equals(resourceId))
                        .findFirst()
                        .orElseThrow(GatewayErrors::noResource);
        var tried =
                TestRun.method(
                        resource,
                        resource.method(httpMethod),
                        snapshot,
                        new TestRun.Wanted(
                                pathWithQueryString,
                                TestHeaders.of(headers, multiValueHeaders),
                                body.orElse(""),
                                stageVariables.orElse(Map.of())),
                        turn.sandbox(),
                        call.region());
        return new Response(
                tried.answer().status(),
                new String(tried.answer().body(), StandardCharsets.UTF_8),
                tried.answer().headers().single(),
                tried.answer().headers().multi(),
                tried.log(),
                tried.latencyMillis());
    }
}
