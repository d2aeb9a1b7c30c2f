package groundschool.emulator.apigatewayv2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.ApiGatewayManagementApiException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PayloadTooLargeException;

/// What backends do with connections of WebSocket APIs, and how these end.
class WebSocketConnectionsTest extends SocketFixture {

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
}
