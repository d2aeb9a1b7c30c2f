package groundschool.emulator.apigatewayv2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.apigateway.ScriptedFunctions;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigatewayv2.model.AuthorizationType;
import software.amazon.awssdk.services.apigatewayv2.model.BadRequestException;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;

/// WebSocket APIs: what clients and functions see of them.
class WebSocketApiTest extends SocketFixture {

    @Test
    void an_api_is_described_as_aws_does() {
        var api = api();

        var known = gateway.getApi(request -> request.apiId(api));
        assertThat(known.protocolType()).isEqualTo(ProtocolType.WEBSOCKET);
        assertThat(known.apiEndpoint())
                .isEqualTo("wss://%s.execute-api.eu-west-1.amazonaws.com".formatted(api));
        assertThat(known.routeSelectionExpression()).isEqualTo("$request.body.action");
        assertThatThrownBy(() ->
                        gateway.createApi(
                                request -> request.name("x").protocolType(ProtocolType.WEBSOCKET)))
                .isInstanceOf(BadRequestException.class);
    }

    @Test
    void a_function_gets_all_that_aws_tells_of_a_client_who_comes() {
        var api = chat();

        try (var _ =
                SocketClient.connect(
                        uri(api, "prod?room=7&room=8"), builder -> builder.header("X-Who", "me"))) {
            var event = event("CONNECT");
            var context = event.path("requestContext");
            assertThat(context.path("routeKey").asString()).isEqualTo("$connect");
            assertThat(context.path("messageDirection").asString()).isEqualTo("IN");
            assertThat(context.path("stage").asString()).isEqualTo("prod");
            assertThat(context.path("apiId").asString()).isEqualTo(api);
            assertThat(context.path("domainName").asString())
                    .isEqualTo("%s.execute-api.eu-west-1.amazonaws.com".formatted(api));
            assertThat(context.path("connectionId").asString()).matches("[\\w-]{15}=");
            assertThat(context.path("connectedAt").isNumber()).isTrue();
            assertThat(context.path("requestTimeEpoch").isNumber()).isTrue();
            assertThat(context.path("identity").path("sourceIp").asString()).isEqualTo("127.0.0.1");
            assertThat(event.path("headers").path("X-Who").asString()).isEqualTo("me");
            assertThat(event.path("multiValueHeaders").path("X-Who").toString())
                    .isEqualTo("[\"me\"]");
            assertThat(event.path("queryStringParameters").path("room").asString()).isEqualTo("8");
            assertThat(event.path("multiValueQueryStringParameters").path("room").toString())
                    .isEqualTo("[\"7\",\"8\"]");
            assertThat(event.path("stageVariables").path("colour").asString()).isEqualTo("red");
            assertThat(event.has("body")).isFalse();
            assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
        }
    }

    @Test
    void a_message_takes_the_route_that_its_body_names_and_else_the_default() throws Exception {
        var api = chat();
        answer(api, "send");
        answer(api, "$default");
        cloud.functions.script(
                "chat",
                event ->
                        "{\"statusCode\":200,\"body\":\"by %s\"}"
                                .formatted(
                                        event.path("requestContext").path("routeKey").asString()));

        try (var client = connect(api)) {
            assertThat(client.say("{\"action\":\"send\",\"n\":1}").hear()).isEqualTo("by send");
            var event = event("MESSAGE");
            assertThat(event.path("body").asString()).isEqualTo("{\"action\":\"send\",\"n\":1}");
            assertThat(event.has("headers")).isFalse();
            assertThat(event.path("requestContext").path("messageId").asString()).isNotEmpty();
            assertThat(event.path("requestContext").path("connectionId").asString())
                    .isEqualTo(connectionId());
            assertThat(client.say("{\"action\":\"what\"}").hear()).isEqualTo("by $default");
            assertThat(client.say("no json").hear()).isEqualTo("by $default");
            assertThat(client.say("{\"action\":\"$connect\"}").hear()).isEqualTo("by $default");
        }
    }

    @Test
    void a_client_who_goes_is_told_to_the_function_with_code_and_reason() throws Exception {
        var api = chat();

        try (var client = connect(api)) {
            client.socket.sendClose(4001, "enough").join();
            var event = gone.take();
            var context = event.path("requestContext");
            assertThat(context.path("disconnectStatusCode").asInt()).isEqualTo(4001);
            assertThat(context.path("disconnectReason").asString()).isEqualTo("enough");
            assertThat(context.path("routeKey").asString()).isEqualTo("$disconnect");
            assertThat(event.path("headers").path("Host").asString()).startsWith(api);
        }
    }

    @Test
    void what_goes_wrong_with_a_message_is_told_with_connection_and_request() {
        var api = api();
        var arn = cloud.function("chat");
        var integration = proxy(api, arn);
        route(api, "$connect", integration);
        route(api, "send", integration);
        stage(api);
        cloud.functions.script("chat", _ -> OK);

        try (var client = connect(api)) {
            var id = connectionId();
            assertThat(client.say("{\"action\":\"what\"}").hear())
                    .matches(
                            "\\{\"message\": \"Forbidden\", \"connectionId\":\"%s\", \"requestId\":\"[^\"]+\"}"
                                    .formatted(id));
            cloud.functions.script(
                    "chat", _ -> new ScriptedFunctions.Failure("{\"errorMessage\":\"x\"}"));
            assertThat(client.say("{\"action\":\"send\"}").hear())
                    .startsWith("{\"message\": \"Internal server error\", \"connectionId\":\"");
            cloud.functions.script("chat", _ -> "null");
            assertThat(client.say("{\"action\":\"send\"}").hear())
                    .startsWith("{\"message\": \"Internal server error\"");
        }
    }

    @Test
    void a_protocol_is_agreed_on_if_the_function_names_one() {
        var api = chat();
        cloud.functions.script(
                "chat",
                _ -> "{\"statusCode\":200,\"headers\":{\"Sec-WebSocket-Protocol\":\"chat\"}}");

        try (var client =
                SocketClient.connect(
                        uri(api, "prod"), builder -> builder.subprotocols("chat", "other"))) {
            assertThat(client.socket.getSubprotocol()).isEqualTo("chat");
        }
    }

    @Test
    void too_many_messages_are_refused() {
        var api = chat();
        gateway.updateStage(request ->
                request.apiId(api)
                        .stageName("prod")
                        .routeSettings(
                                Map.of(
                                        "send",
                                        software.amazon.awssdk.services.apigatewayv2.model
                                                .RouteSettings.builder()
                                                .throttlingBurstLimit(1)
                                                .throttlingRateLimit(0.001)
                                                .build())));

        try (var client = connect(api)) {
            client.say("{\"action\":\"send\"}").say("{\"action\":\"send\"}");
            assertThat(client.hear()).startsWith("{\"message\": \"Too Many Requests\"");
        }
    }

    @Test
    void an_api_is_reached_by_its_name() throws IOException {
        var api = chat();

        try (var socket = shakeHands(api)) {
            assertThat(status(socket)).isEqualTo("HTTP/1.1 101");
        }
    }

    @Test
    void routes_and_integrations_are_held_to_the_protocol() {
        var api = chat();

        assertThatThrownBy(() -> route(api, "$other", "x")).isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() ->
                        gateway.createRoute(request ->
                                request.apiId(api)
                                        .routeKey("x")
                                        .authorizationType(AuthorizationType.AWS_IAM)))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining(
                        "Currently, authorization is restricted to the $connect route only");
        assertThatThrownBy(() ->
                        gateway.createStage(request -> request.apiId(api).stageName("$default")))
                .isInstanceOf(BadRequestException.class);
    }
}
