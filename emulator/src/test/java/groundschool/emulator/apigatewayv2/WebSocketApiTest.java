package groundschool.emulator.apigatewayv2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.apigateway.ApiCloud;
import groundschool.emulator.apigateway.ScriptedFunctions;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.ApiGatewayManagementApiException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PayloadTooLargeException;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.AuthorizationType;
import software.amazon.awssdk.services.apigatewayv2.model.AuthorizerType;
import software.amazon.awssdk.services.apigatewayv2.model.BadRequestException;
import software.amazon.awssdk.services.apigatewayv2.model.IntegrationType;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;
import tools.jackson.databind.JsonNode;

/// WebSocket APIs: what clients and functions see of them.
class WebSocketApiTest {

    private static final Consumer<WebSocket.Builder> PLAIN = _ -> {};
    private static final String OK = "{\"statusCode\":200}";

    private final ApiCloud cloud = new ApiCloud();
    private final ApiGatewayV2Client gateway =
            cloud.client(
                    ApiGatewayV2Client.builder().httpClientBuilder(Apache5HttpClient.builder()));
    private final LinkedBlockingQueue<JsonNode> gone = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        gateway.close();
        cloud.close();
    }

    private String api() {
        return gateway.createApi(request ->
                        request.name("chat")
                                .protocolType(ProtocolType.WEBSOCKET)
                                .routeSelectionExpression("$request.body.action"))
                .apiId();
    }

    private String proxy(String api, String functionArn) {
        return gateway.createIntegration(request ->
                        request.apiId(api)
                                .integrationType(IntegrationType.AWS_PROXY)
                                .integrationUri(ApiCloud.uri(functionArn)))
                .integrationId();
    }

    private String route(String api, String key, String integration) {
        return gateway.createRoute(request ->
                        request.apiId(api).routeKey(key).target("integrations/" + integration))
                .routeId();
    }

    private void stage(String api) {
        gateway.createStage(request ->
                request.apiId(api)
                        .stageName("prod")
                        .autoDeploy(true)
                        .stageVariables(Map.of("colour", "red")));
    }

    /// An API whose function does all that clients and answers want: it hears what comes.
    private String chat() {
        var api = api();
        var arn = cloud.function("chat");
        cloud.functions.script(
                "chat",
                event -> {
                    if (event.path("requestContext")
                            .path("eventType")
                            .asString()
                            .equals("DISCONNECT")) {
                        gone.add(event);
                    }
                    return OK;
                });
        var integration = proxy(api, arn);
        for (var key : new String[] {"$connect", "$disconnect", "$default", "send"}) {
            route(api, key, integration);
        }
        stage(api);
        return api;
    }

    /// Lets clients be answered on a route.
    private void answer(String api, String key) {
        var route =
                gateway.getRoutes(request -> request.apiId(api)).items().stream()
                        .filter(each -> each.routeKey().equals(key))
                        .findFirst()
                        .orElseThrow()
                        .routeId();
        gateway.updateRoute(request ->
                request.apiId(api).routeId(route).routeResponseSelectionExpression("$default"));
        gateway.createRouteResponse(
                request -> request.apiId(api).routeId(route).routeResponseKey("$default"));
    }

    private URI uri(String api, String stageAndQuery) {
        return URI.create(
                "ws://127.0.0.1:%d/_aws/execute-api/eu-west-1/%s/%s"
                        .formatted(cloud.server.port(), api, stageAndQuery));
    }

    private SocketClient connect(String api) {
        return SocketClient.connect(uri(api, "prod"), PLAIN);
    }

    private ApiGatewayManagementApiClient management(String api) {
        return cloud.client(
                ApiGatewayManagementApiClient.builder()
                        .httpClientBuilder(Apache5HttpClient.builder()),
                URI.create(
                        "%s/_aws/execute-api/eu-west-1/%s/prod"
                                .formatted(cloud.server.uri(), api)));
    }

    private JsonNode event(String type) {
        return cloud.functions.events("chat").stream()
                .filter(each ->
                        each.path("requestContext").path("eventType").asString().equals(type))
                .toList()
                .getLast();
    }

    private String connectionId() {
        return event("CONNECT").path("requestContext").path("connectionId").asString();
    }

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
    void a_backend_speaks_to_a_client_looks_at_it_and_disconnects_it() throws Exception {
        var api = chat();

        try (var client = connect(api);
                var management = management(api)) {
            var id = connectionId();
            management.postToConnection(
                    request -> request.connectionId(id).data(SdkBytes.fromUtf8String("hello, ä")));
            assertThat(client.hear()).isEqualTo("hello, ä");
            var long_ = "x".repeat(128 * 1024);
            management.postToConnection(
                    request -> request.connectionId(id).data(SdkBytes.fromUtf8String(long_)));
            assertThat(client.hear()).isEqualTo(long_);

            var known = management.getConnection(request -> request.connectionId(id));
            assertThat(known.connectedAt()).isNotNull();
            assertThat(known.lastActiveAt()).isAfterOrEqualTo(known.connectedAt());
            assertThat(known.identity().sourceIp()).isEqualTo("127.0.0.1");
            assertThat(known.identity().userAgent()).startsWith("Java-http-client");

            assertThatThrownBy(() ->
                            management.postToConnection(request ->
                                    request.connectionId(id)
                                            .data(SdkBytes.fromUtf8String(long_ + "x"))))
                    .isInstanceOf(PayloadTooLargeException.class);

            management.deleteConnection(request -> request.connectionId(id));
            assertThat(client.closeCode()).isEqualTo(1000);
            gone.take();
            assertThatThrownBy(() ->
                            management.postToConnection(request ->
                                    request.connectionId(id).data(SdkBytes.fromUtf8String("x"))))
                    .isInstanceOf(GoneException.class)
                    .satisfies(refusal ->
                            assertThat(((GoneException) refusal).statusCode()).isEqualTo(410));
            assertThatThrownBy(() -> management.getConnection(request -> request.connectionId("x")))
                    .isInstanceOf(ApiGatewayManagementApiException.class)
                    .hasMessageContaining("Invalid connectionId: x");
        }
    }

    @Test
    void connections_are_reached_by_the_name_of_their_api_and_stage_or_by_none() {
        var api = chat();
        var other = chatTwin();

        try (var client = connect(api);
                var elsewhere = management(other);
                var anywhere =
                        cloud.client(
                                ApiGatewayManagementApiClient.builder()
                                        .httpClientBuilder(Apache5HttpClient.builder()))) {
            var id = connectionId();
            assertThatThrownBy(() -> elsewhere.getConnection(request -> request.connectionId(id)))
                    .isInstanceOf(GoneException.class);
            anywhere.postToConnection(
                    request -> request.connectionId(id).data(SdkBytes.fromUtf8String("hi")));
            assertThat(client.hear()).isEqualTo("hi");
        }
    }

    private String chatTwin() {
        var api = api();
        route(
                api,
                "$default",
                gateway.createIntegration(
                                request -> request.apiId(api).integrationType(IntegrationType.MOCK))
                        .integrationId());
        stage(api);
        return api;
    }

    @Test
    void whoever_manages_connections_needs_leave_for_them() {
        var api = chat();
        cloud.iam.createUser(user -> user.userName("backend"));
        cloud.iam.putUserPolicy(policy ->
                policy.userName("backend")
                        .policyName("send")
                        .policyDocument(
                                """
                                {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
                                 "Action":"execute-api:ManageConnections",
                                 "Resource":"arn:aws:execute-api:eu-west-1:111122223333:%s/prod/POST/@connections/*"}]}
                                """
                                        .formatted(api)));
        var key = cloud.iam.createAccessKey(user -> user.userName("backend")).accessKey();

        try (var client = connect(api);
                var management =
                        cloud.client(
                                ApiGatewayManagementApiClient.builder()
                                        .httpClientBuilder(Apache5HttpClient.builder()),
                                URI.create(
                                        "%s/_aws/execute-api/eu-west-1/%s/prod"
                                                .formatted(cloud.server.uri(), api)),
                                key.accessKeyId(),
                                key.secretAccessKey())) {
            var id = connectionId();
            management.postToConnection(
                    request -> request.connectionId(id).data(SdkBytes.fromUtf8String("hi")));
            assertThat(client.hear()).isEqualTo("hi");
            assertThatThrownBy(
                            () -> management.deleteConnection(request -> request.connectionId(id)))
                    .isInstanceOf(ApiGatewayManagementApiException.class)
                    .hasMessageContaining("execute-api:ManageConnections");
        }
    }

    @Test
    void who_may_not_connect_is_told_by_the_status_of_the_handshake() {
        var api = chat();
        cloud.functions.script("chat", _ -> "{\"statusCode\":401,\"body\":\"no\"}");
        assertThat(SocketClient.refusal(uri(api, "prod"), PLAIN)).isEqualTo(401);
        cloud.functions.script(
                "chat", _ -> new ScriptedFunctions.Failure("{\"errorMessage\":\"x\"}"));
        assertThat(SocketClient.refusal(uri(api, "prod"), PLAIN)).isEqualTo(502);
        assertThat(SocketClient.refusal(uri(api, "dev"), PLAIN)).isEqualTo(403);
        assertThat(SocketClient.refusal(uri("abcdefghij", "prod"), PLAIN)).isEqualTo(403);
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
    void an_authorizer_lets_clients_in_and_is_heard_with_every_message() {
        var api = chat();
        answer(api, "$default");
        var judge = cloud.function("judge");
        cloud.functions.script(
                "judge",
                event ->
                        """
                        {"principalId":"ada","context":{"level":3},"policyDocument":{"Version":"2012-10-17",
                         "Statement":[{"Action":"execute-api:Invoke","Effect":"%s","Resource":"%s"}]}}
                        """
                                .formatted(
                                        event.path("headers").path("Auth").asString().equals("yes")
                                                ? "Allow"
                                                : "Deny",
                                        event.path("methodArn").asString()));
        var authorizer =
                gateway.createAuthorizer(request ->
                                request.apiId(api)
                                        .name("judge")
                                        .authorizerType(AuthorizerType.REQUEST)
                                        .authorizerUri(ApiCloud.uri(judge))
                                        .identitySource("route.request.header.Auth"))
                        .authorizerId();
        protect(api, AuthorizationType.CUSTOM, authorizer);

        assertThat(SocketClient.refusal(uri(api, "prod"), PLAIN)).isEqualTo(401);
        assertThat(SocketClient.refusal(uri(api, "prod"), builder -> builder.header("Auth", "no")))
                .isEqualTo(403);
        try (var client =
                SocketClient.connect(uri(api, "prod"), builder -> builder.header("Auth", "yes"))) {
            var judged = cloud.functions.events("judge").getLast();
            assertThat(judged.path("type").asString()).isEqualTo("REQUEST");
            assertThat(judged.path("methodArn").asString())
                    .isEqualTo(
                            "arn:aws:execute-api:eu-west-1:111122223333:%s/prod/$connect"
                                    .formatted(api));
            cloud.functions.script("chat", _ -> "{\"statusCode\":200,\"body\":\"ok\"}");
            client.say("{}").hear();
            var told = event("MESSAGE").path("requestContext").path("authorizer");
            assertThat(told.path("principalId").asString()).isEqualTo("ada");
            assertThat(told.path("level").asString()).isEqualTo("3");
        }
    }

    private void protect(String api, AuthorizationType type, String authorizer) {
        var route =
                gateway.getRoutes(request -> request.apiId(api)).items().stream()
                        .filter(each -> each.routeKey().equals("$connect"))
                        .findFirst()
                        .orElseThrow()
                        .routeId();
        gateway.updateRoute(request -> {
            request.apiId(api).routeId(route).authorizationType(type);
            if (!authorizer.isEmpty()) {
                request.authorizerId(authorizer);
            }
        });
    }

    @Test
    void an_api_of_iam_turns_away_whoever_has_not_signed() {
        var api = chat();
        protect(api, AuthorizationType.AWS_IAM, "");

        assertThat(SocketClient.refusal(uri(api, "prod"), PLAIN)).isEqualTo(403);
        var path = "/_aws/execute-api/eu-west-1/" + api + "/prod";
        try (var client = SocketClient.connect(cloud.presigned("ws", path), PLAIN)) {
            assertThat(client.socket.isOutputClosed()).isFalse();
        }
    }

    @Test
    void a_mock_answers_by_its_templates() {
        var api = api();
        var integration =
                gateway.createIntegration(request ->
                                request.apiId(api)
                                        .integrationType(IntegrationType.MOCK)
                                        .requestTemplates(Map.of("200", "{\"statusCode\":200}"))
                                        .templateSelectionExpression("200"))
                        .integrationId();
        gateway.createIntegrationResponse(request ->
                request.apiId(api)
                        .integrationId(integration)
                        .integrationResponseKey("/2\\d\\d/")
                        .templateSelectionExpression("\\$default")
                        .responseTemplates(
                                Map.of(
                                        "$default",
                                        "{\"pong\":\"$context.connectionId\",\"in\":\"$stageVariables.colour\"}")));
        route(api, "ping", integration);
        answer(api, "ping");
        stage(api);

        try (var client = connect(api)) {
            assertThat(client.say("{\"action\":\"ping\"}").hear())
                    .matches("\\{\"pong\":\"[\\w-]{15}=\",\"in\":\"red\"}");
        }
    }

    @Test
    void a_template_makes_the_event_of_a_function_that_is_no_proxy() {
        var api = api();
        var arn = cloud.function("custom");
        cloud.functions.script("custom", event -> "{\"seen\":%s}".formatted(event));
        var integration =
                gateway.createIntegration(request ->
                                request.apiId(api)
                                        .integrationType(IntegrationType.AWS)
                                        .integrationMethod("POST")
                                        .integrationUri(ApiCloud.uri(arn))
                                        .requestTemplates(
                                                Map.of("$default", "{\"n\":$input.json('$.n')}")))
                        .integrationId();
        route(api, "$default", integration);
        answer(api, "$default");
        stage(api);

        try (var client = connect(api)) {
            assertThat(client.say("{\"n\":5}").hear()).isEqualTo("{\"seen\":{\"n\":5}}");
        }
    }

    @Test
    void a_message_that_is_not_as_its_model_says_is_refused() {
        var api = chat();
        answer(api, "send");
        gateway.createModel(request ->
                request.apiId(api)
                        .name("Order")
                        .schema(
                                "{\"type\":\"object\",\"required\":[\"n\"],\"properties\":{\"n\":{\"type\":\"integer\"}}}"));
        var route =
                gateway.getRoutes(request -> request.apiId(api)).items().stream()
                        .filter(each -> each.routeKey().equals("send"))
                        .findFirst()
                        .orElseThrow();
        gateway.updateRoute(request ->
                request.apiId(api)
                        .routeId(route.routeId())
                        .modelSelectionExpression("$request.body.action")
                        .requestModels(Map.of("send", "Order")));
        cloud.functions.script("chat", _ -> "{\"statusCode\":200,\"body\":\"taken\"}");

        try (var client = connect(api)) {
            assertThat(client.say("{\"action\":\"send\",\"n\":\"x\"}").hear())
                    .startsWith("{\"message\": \"Invalid request body\", \"connectionId\":\"");
            assertThat(client.say("{\"action\":\"send\",\"n\":1}").hear()).isEqualTo("taken");
        }
        assertThatThrownBy(() ->
                        gateway.createModel(
                                request -> request.apiId(api).name("Bad").schema("no schema")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("Invalid model schema specified");
        assertThatThrownBy(() ->
                        gateway.updateRoute(request ->
                                request.apiId(api)
                                        .routeId(route.routeId())
                                        .requestModels(Map.of("send", "Other"))))
                .isInstanceOf(BadRequestException.class);
        var model = gateway.getModels(request -> request.apiId(api)).items().getFirst();
        gateway.updateModel(request ->
                request.apiId(api).modelId(model.modelId()).schema("{\"type\":\"object\"}"));
        assertThat(gateway.getModel(r -> r.apiId(api).modelId(model.modelId())).schema())
                .isEqualTo("{\"type\":\"object\"}");
        gateway.deleteModel(request -> request.apiId(api).modelId(model.modelId()));
        assertThat(gateway.getModels(request -> request.apiId(api)).items()).isEmpty();
    }

    @Test
    void messages_and_frames_are_limited_and_binary_ones_not_taken() {
        var api = chat();

        try (var client = connect(api)) {
            client.socket.sendBinary(ByteBuffer.wrap(new byte[3]), true).join();
            assertThat(client.closeCode()).isEqualTo(1003);
        }
        try (var client = connect(api)) {
            for (int i = 0; i < 9; i++) {
                client.socket.sendText("x".repeat(16 * 1024), false).join();
            }
            assertThat(client.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void a_client_who_is_silent_for_ten_minutes_or_stays_for_two_hours_is_sent_away() {
        var api = chat();
        var clock = cloud.sandbox().clock();

        try (var client = connect(api)) {
            management(api).getConnection(request -> request.connectionId(connectionId()));
            clock.advance(Duration.ofMinutes(11));
            assertThat(client.closeCode()).isEqualTo(1001);
        }
        try (var client = connect(api)) {
            for (int i = 0; i < 13; i++) {
                clock.advance(Duration.ofMinutes(9));
                management(api)
                        .postToConnection(request ->
                                request.connectionId(connectionId())
                                        .data(SdkBytes.fromUtf8String("still there?")));
            }
            clock.advance(Duration.ofMinutes(5));
            assertThat(client.closeCode()).isEqualTo(1001);
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

        try (var socket = new Socket("127.0.0.1", cloud.server.port())) {
            socket.getOutputStream()
                    .write(
                            """
                            GET /prod HTTP/1.1
                            Host: %s.execute-api.eu-west-1.localhost:%d
                            Upgrade: websocket
                            Connection: Upgrade
                            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                            Sec-WebSocket-Version: 13

                            """
                                    .formatted(api, cloud.server.port())
                                    .replace("\n", "\r\n")
                                    .getBytes(StandardCharsets.UTF_8));
            var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
            assertThat(answer).isEqualTo("HTTP/1.1 101");
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
