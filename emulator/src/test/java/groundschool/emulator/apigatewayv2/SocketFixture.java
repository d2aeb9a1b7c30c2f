package groundschool.emulator.apigatewayv2;

import groundschool.emulator.apigateway.ApiCloud;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.IntegrationType;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;
import tools.jackson.databind.JsonNode;

/// A sandbox with a chat over WebSockets, and what tests do with it.
abstract class SocketFixture {

    static final Consumer<WebSocket.Builder> PLAIN = _ -> {};
    static final String OK = "{\"statusCode\":200}";

    final ApiCloud cloud = new ApiCloud();
    final ApiGatewayV2Client gateway =
            cloud.client(
                    ApiGatewayV2Client.builder().httpClientBuilder(Apache5HttpClient.builder()));
    final LinkedBlockingQueue<JsonNode> gone = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        gateway.close();
        cloud.close();
    }

    String api() {
        return gateway.createApi(request ->
                        request.name("chat")
                                .protocolType(ProtocolType.WEBSOCKET)
                                .routeSelectionExpression("$request.body.action"))
                .apiId();
    }

    String proxy(String api, String functionArn) {
        return gateway.createIntegration(request ->
                        request.apiId(api)
                                .integrationType(IntegrationType.AWS_PROXY)
                                .integrationUri(ApiCloud.uri(functionArn)))
                .integrationId();
    }

    String route(String api, String key, String integration) {
        return gateway.createRoute(request ->
                        request.apiId(api).routeKey(key).target("integrations/" + integration))
                .routeId();
    }

    void stage(String api) {
        gateway.createStage(request ->
                request.apiId(api)
                        .stageName("prod")
                        .autoDeploy(true)
                        .stageVariables(Map.of("colour", "red")));
    }

    /// An API whose function does all that clients and answers want: it hears what comes.
    String chat() {
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

    String chatTwin() {
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

    /// Lets clients be answered on a route.
    void answer(String api, String key) {
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

    URI uri(String api, String stageAndQuery) {
        return URI.create(
                "ws://127.0.0.1:%d/_aws/execute-api/eu-west-1/%s/%s"
                        .formatted(cloud.server.port(), api, stageAndQuery));
    }

    SocketClient connect(String api) {
        return SocketClient.connect(uri(api, "prod"), PLAIN);
    }

    ApiGatewayManagementApiClient management(String api) {
        return cloud.client(
                ApiGatewayManagementApiClient.builder()
                        .httpClientBuilder(Apache5HttpClient.builder()),
                URI.create(
                        "%s/_aws/execute-api/eu-west-1/%s/prod"
                                .formatted(cloud.server.uri(), api)));
    }

    JsonNode event(String type) {
        return cloud.functions.events("chat").stream()
                .filter(each ->
                        each.path("requestContext").path("eventType").asString().equals(type))
                .toList()
                .getLast();
    }

    String connectionId() {
        return event("CONNECT").path("requestContext").path("connectionId").asString();
    }

    /// Asks for a WebSocket at the API's own name, which the JDK's client may not be able to find.
    Socket shakeHands(String api) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), cloud.server.port());
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
        return socket;
    }

    static String status(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
    }
}
