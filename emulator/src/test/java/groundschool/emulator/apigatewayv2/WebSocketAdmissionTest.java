package groundschool.emulator.apigatewayv2;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.apigateway.ApiCloud;
import groundschool.emulator.apigateway.ScriptedFunctions;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigatewayv2.model.AuthorizationType;
import software.amazon.awssdk.services.apigatewayv2.model.AuthorizerType;

/// Who may connect to a WebSocket API.
class WebSocketAdmissionTest extends SocketFixture {

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
    void a_sandbox_does_not_hold_any_number_of_connections() throws IOException {
        var api = chatTwin();
        var sockets = new ArrayList<Socket>();
        try {
            var status = "";
            while (!status.equals("HTTP/1.1 429") && sockets.size() < 600) {
                sockets.add(shakeHands(api));
                status = status(sockets.getLast());
            }

            // Some may be let in while the last is not yet counted.
            assertThat(sockets.size() - 1).isBetween(500, 550);
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }
}
