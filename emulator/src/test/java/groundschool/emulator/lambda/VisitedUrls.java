package groundschool.emulator.lambda;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.services.lambda.model.FunctionUrlAuthType;
import software.amazon.awssdk.services.lambda.model.InvokeMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A function with URLs, and those who visit them.
abstract class VisitedUrls {

    static final JsonMapper JSON = JsonMapper.builder().build();

    final HttpClient client = HttpClient.newHttpClient();
    final LambdaCloud cloud = new LambdaCloud();

    @BeforeEach
    void create() {
        cloud.create("shop");
    }

    @AfterEach
    void close() {
        client.close();
        cloud.close();
    }

    String open(String function) {
        var url = path(create("NONE", InvokeMode.BUFFERED));
        allow("lambda:InvokeFunctionUrl");
        allow("lambda:InvokeFunction");
        return url;
    }

    String create(String authType, InvokeMode mode) {
        cloud.lambda.createFunctionUrlConfig(
                url -> url.functionName("shop").authType(authType).invokeMode(mode));
        return id();
    }

    String id() {
        var url =
                cloud.lambda
                        .getFunctionUrlConfig(named -> named.functionName("shop"))
                        .functionUrl();
        return url.replaceAll(".*?([a-z2-7]{32}).*", "$1");
    }

    String path(String id) {
        return cloud.server.uri() + "/_aws/lambda-url/eu-west-1/" + id + "/";
    }

    void allow(String action) {
        cloud.lambda.addPermission(permission -> {
            permission
                    .functionName("shop")
                    .statementId(action.replace(':', '-'))
                    .action(action)
                    .principal("*");
            if (action.endsWith("Url")) {
                permission.functionUrlAuthType(FunctionUrlAuthType.NONE);
            } else {
                permission.invokedViaFunctionUrl(true);
            }
        });
    }

    JsonNode event() {
        return JSON.readTree(cloud.runtimes.runs.getLast().event());
    }

    HttpResponse<String> get(String url) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> from(String url, String origin) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(url)).header("Origin", origin).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> preflight(String url, String origin) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "POST")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> signed(String url, String secret) throws Exception {
        return signed(url, cloud.key.id(), secret);
    }

    HttpResponse<String> signed(String url, String keyId, String secret) throws Exception {
        var signed =
                AwsV4HttpSigner.create()
                        .sign(sign ->
                                sign.identity(AwsBasicCredentials.create(keyId, secret))
                                        .request(
                                                SdkHttpRequest.builder()
                                                        .method(SdkHttpMethod.GET)
                                                        .uri(URI.create(url))
                                                        .build())
                                        .putProperty(
                                                AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME,
                                                "lambda")
                                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1"));
        var request = HttpRequest.newBuilder(URI.create(url));
        signed.request()
                .forEachHeader((name, values) -> {
                    if (!name.equalsIgnoreCase("Host")) {
                        values.forEach(value -> request.header(name, value));
                    }
                });
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", cloud.server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
