package groundschool.emulator.cognito.message;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.cognito.CognitoCloud;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What was sent, over HTTP.
class InboxDoorTest {

    private static final String MESSAGES = "/_aws/cognito-inbox/eu-west-1/messages";

    private final CognitoCloud cloud = new CognitoCloud();

    @AfterEach
    void close() {
        cloud.close();
    }

    private record Answer(int status, JsonNode json) {}

    private Answer ask(String query, String id, String secret) {
        var port = cloud.server.uri().getPort();
        var uri = URI.create("http://localhost:%d%s%s".formatted(port, MESSAGES, query));
        var signed =
                AwsV4HttpSigner.create()
                        .sign(wish ->
                                wish.identity(AwsBasicCredentials.create(id, secret))
                                        .request(
                                                SdkHttpRequest.builder()
                                                        .method(SdkHttpMethod.GET)
                                                        .uri(uri)
                                                        .build())
                                        .putProperty(
                                                AwsV4HttpSigner.SERVICE_SIGNING_NAME, "cognito-idp")
                                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1"));
        var headers = Headers.none();
        for (var each : signed.request().headers().entrySet()) {
            headers = headers.with(each.getKey(), each.getValue().getFirst());
        }
        return answer(query, headers);
    }

    private Answer answer(String query, Headers headers) {
        var answer =
                cloud.emulator.handle(
                        HttpRequest.of(
                                "GET",
                                MESSAGES,
                                query.isEmpty() ? "" : query.substring(1),
                                headers,
                                new byte[0]));
        return new Answer(
                answer.status(),
                JsonMapper.shared().readTree(new String(answer.bytes(), StandardCharsets.UTF_8)));
    }

    @Test
    void whoever_signs_reads_what_went_to_an_address() {
        var pool = cloud.pool();
        var client = cloud.client(pool);
        cloud.signUp(client, "ada");
        cloud.signUp(client, "bob");

        var all = ask("", cloud.key.id(), cloud.key.secret());
        var ofAda = ask("?to=ada%40example.com", cloud.key.id(), cloud.key.secret());

        assertThat(all.status()).isEqualTo(200);
        assertThat(all.json().path("messages").size()).isEqualTo(2);
        assertThat(ofAda.json().path("messages").size()).isEqualTo(1);
        var message = ofAda.json().path("messages").path(0);
        assertThat(message.path("to").asString()).isEqualTo("ada@example.com");
        cloud.anybody.confirmSignUp(confirm ->
                confirm.clientId(client)
                        .username("ada")
                        .confirmationCode(message.path("code").asString()));
    }

    @Test
    void nobody_else_reads_anything() {
        cloud.signUp(cloud.client(cloud.pool()), "ada");
        var port = cloud.server.uri().getPort();

        var unsigned = answer("", Headers.of("Host", "localhost:" + port));
        var forged = ask("", cloud.key.id(), "another secret");
        var other = cloud.emulator.sandboxes().create("444455556666");
        var stranger = ask("", other.id(), other.secret());

        assertThat(unsigned.status()).isBetween(400, 403);
        assertThat(forged.status()).isBetween(400, 403);
        assertThat(stranger.json().path("messages").size()).isZero();
    }

    @Test
    void a_user_reads_what_pools_sent_whose_passwords_they_may_set() {
        cloud.signUp(cloud.client(cloud.pool()), "ada");
        cloud.call("iam", "CreateUser", "{\"UserName\": \"tester\"}");
        var key =
                cloud.call("iam", "CreateAccessKey", "{\"UserName\": \"tester\"}")
                        .path("AccessKey");
        var id = key.path("AccessKeyId").asString();
        var secret = key.path("SecretAccessKey").asString();

        assertThat(ask("", id, secret).json().path("messages").size()).isZero();
        cloud.call(
                "iam",
                "PutUserPolicy",
                """
                {"UserName": "tester", "PolicyName": "p", "PolicyDocument": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"cognito-idp:AdminSetUserPassword\\",\\"Resource\\":\\"*\\"}]}"}
                """);
        assertThat(ask("", id, secret).json().path("messages").size()).isOne();
    }
}
