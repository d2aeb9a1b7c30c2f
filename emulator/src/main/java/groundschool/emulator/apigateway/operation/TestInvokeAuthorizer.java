package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.serve.TestRun;
import groundschool.emulator.apigateway.serve.Visitor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks an authorizer about a request.
///
/// Source:
/// [TestInvokeAuthorizer](https://docs.aws.amazon.com/apigateway/latest/api/API_TestInvokeAuthorizer.html)
public record TestInvokeAuthorizer(
        String restApiId,
        String authorizerId,
        Optional<Map<String, String>> headers,
        Optional<Map<String, List<String>>> multiValueHeaders,
        Optional<String> pathWithQueryString,
        Optional<String> body,
        Optional<Map<String, String>> stageVariables,
        Optional<Map<String, String>> additionalContext)
        implements ApiGatewayOperation, Interaction<Gateway> {

    /// @param clientStatus what a client would be answered
    /// @param latency in milliseconds
    public record Response(
            int clientStatus,
            String log,
            long latency,
            Optional<String> principalId,
            Optional<String> policy,
            Optional<Map<String, String>> claims) {}

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "POST", call, "restapis", restApiId, "authorizers", authorizerId);
    }

    @Override
    public Response run(Turn<Gateway> turn, Call call) {
        GatewayErrors.refuse(
                "the parameter additionalContext",
                additionalContext.filter(some -> !some.isEmpty()).isPresent());
        var snapshot =
                turn.transition(gateway -> {
                    var apis = gateway.in(call.region());
                    apis.authorizer(restApiId, authorizerId);
                    return apis.now(apis.api(restApiId));
                });
        var authorizer =
                snapshot.authorizers().stream()
                        .filter(each -> each.id().equals(authorizerId))
                        .findFirst()
                        .orElseThrow(GatewayErrors::noAuthorizer);
        var judged =
                TestRun.authorizer(
                        authorizer,
                        snapshot,
                        new TestRun.Wanted(
                                pathWithQueryString.or(() -> Optional.of("/")),
                                TestHeaders.of(headers, multiValueHeaders),
                                body.orElse(""),
                                stageVariables.orElse(Map.of())),
                        turn.sandbox(),
                        call.region());
        var claims = new LinkedHashMap<String, String>();
        judged.visitor()
                .ifPresent(visitor ->
                        visitor.claims()
                                .forEach((name, value) -> claims.put(name, value.toString())));
        return new Response(
                judged.status(),
                judged.log(),
                judged.latencyMillis(),
                judged.visitor().flatMap(Visitor::principalId),
                judged.policy(),
                claims.isEmpty() ? Optional.empty() : Optional.of(claims));
    }
}
