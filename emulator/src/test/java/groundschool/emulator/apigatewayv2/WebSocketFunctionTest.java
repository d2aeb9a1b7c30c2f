package groundschool.emulator.apigatewayv2;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.apigateway.ApiCloud;
import groundschool.emulator.lambda.runtime.Runtimes;
import groundschool.emulator.sandbox.Sandboxes;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.IntegrationType;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;

/// A WebSocket API with a function in a process of this machine.
class WebSocketFunctionTest {

    private static final String CODE =
            """
            import json

            def handler(event, context):
                said = event["requestContext"]
                if said["eventType"] != "MESSAGE":
                    return {"statusCode": 200}
                name = json.loads(event["body"])["name"]
                return {"statusCode": 200, "body": "Hello " + name + " by " + said["routeKey"]}
            """;

    @Test
    void a_function_in_python_answers_over_the_socket() {
        try (var cloud =
                        new ApiCloud(
                                Sandboxes.inMemory(),
                                Optional.of(Runtimes.local(Optional.empty())));
                var gateway =
                        cloud.client(
                                ApiGatewayV2Client.builder()
                                        .httpClientBuilder(Apache5HttpClient.builder()))) {
            var api = api(gateway, cloud.function("greeter", CODE));
            var uri =
                    URI.create(
                            "ws://127.0.0.1:%d/_aws/execute-api/eu-west-1/%s/prod"
                                    .formatted(cloud.server.port(), api));

            try (var client = SocketClient.connect(uri, _ -> {})) {
                client.say("{\"action\":\"greet\",\"name\":\"Ada\"}");

                assertThat(client.hear()).isEqualTo("Hello Ada by greet");
            }
        }
    }

    private static String api(ApiGatewayV2Client gateway, String function) {
        var api =
                gateway.createApi(request ->
                                request.name("greet")
                                        .protocolType(ProtocolType.WEBSOCKET)
                                        .routeSelectionExpression("$request.body.action"))
                        .apiId();
        var integration =
                gateway.createIntegration(request ->
                                request.apiId(api)
                                        .integrationType(IntegrationType.AWS_PROXY)
                                        .integrationUri(ApiCloud.uri(function)))
                        .integrationId();
        for (var key : new String[] {"$connect", "greet"}) {
            var route =
                    gateway.createRoute(request ->
                                    request.apiId(api)
                                            .routeKey(key)
                                            .routeResponseSelectionExpression("$default")
                                            .target("integrations/" + integration))
                            .routeId();
            gateway.createRouteResponse(
                    request -> request.apiId(api).routeId(route).routeResponseKey("$default"));
        }
        gateway.createStage(request -> request.apiId(api).stageName("prod").autoDeploy(true));
        return api;
    }
}
