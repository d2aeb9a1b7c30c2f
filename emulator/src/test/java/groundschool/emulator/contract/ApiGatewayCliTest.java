package groundschool.emulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import groundschool.emulator.Emulator;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// API Gateway as the AWS CLI that is installed here calls it, if one is.
class ApiGatewayCliTest {

    @TempDir Path folder;

    private final Emulator emulator = new Emulator(Sandboxes.inMemory());
    private final AccessKey key = emulator.sandboxes().create("111122223333");
    private final EmulatorServer server = start();

    private EmulatorServer start() {
        try {
            return EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void find() throws IOException {
        assumeTrue(OtherProgram.find("aws").isPresent(), "skipped: there is no `aws` on PATH");
        Files.createFile(folder.resolve("empty"));
    }

    @AfterEach
    void stop() {
        server.close();
        emulator.close();
    }

    private OtherProgram aws(String... words) {
        var command = new ArrayList<>(List.of("aws"));
        command.addAll(List.of(words));
        return OtherProgram.run(
                folder,
                OtherProgram.environment(server.uri(), key, folder.resolve("empty")),
                command);
    }

    /// What a command prints with `--query` and `--output text`.
    private String text(String query, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--query", query, "--output", "text"));
        var ran = aws(all.toArray(String[]::new));
        assertThat(ran.exit()).as(ran.output()).isZero();
        return ran.output().strip();
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(server.uri().resolve(path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void builds_a_rest_api_deploys_it_and_changes_it() throws Exception {
        var api = text("id", "apigateway", "create-rest-api", "--name", "shop");
        var root = text("items[0].id", "apigateway", "get-resources", "--rest-api-id", api);
        var resource =
                text(
                        "id",
                        "apigateway",
                        "create-resource",
                        "--rest-api-id",
                        api,
                        "--parent-id",
                        root,
                        "--path-part",
                        "orders");
        String[] method = {"--rest-api-id", api, "--resource-id", resource, "--http-method", "GET"};
        text("httpMethod", with(method, "put-method", "--authorization-type", "NONE"));
        text(
                "type",
                with(
                        method,
                        "put-integration",
                        "--type",
                        "MOCK",
                        "--request-templates",
                        "{\"application/json\":\"{\\\"statusCode\\\":200}\"}"));
        text("statusCode", with(method, "put-method-response", "--status-code", "200"));
        text(
                "statusCode",
                with(
                        method,
                        "put-integration-response",
                        "--status-code",
                        "200",
                        "--response-templates",
                        "{\"application/json\":\"{\\\"ok\\\":true}\"}"));
        text("id", "apigateway", "create-deployment", "--rest-api-id", api, "--stage-name", "dev");

        assertThat(get("/_aws/execute-api/eu-west-1/" + api + "/dev/orders").body())
                .isEqualTo("{\"ok\":true}");
        assertThat(
                        text(
                                "methodSettings.\"*/*\".throttlingBurstLimit",
                                "apigateway",
                                "update-stage",
                                "--rest-api-id",
                                api,
                                "--stage-name",
                                "dev",
                                "--patch-operations",
                                "op=replace,path=/*/*/throttling/burstLimit,value=7"))
                .isEqualTo("7");
        assertThat(
                        text(
                                "tags.team",
                                "apigateway",
                                "get-tags",
                                "--resource-arn",
                                tagged("arn:aws:apigateway:eu-west-1::/restapis/" + api)))
                .isEqualTo("sales");
        assertThat(aws("apigateway", "get-rest-api", "--rest-api-id", "nothing").output())
                .contains(
                        "An error occurred (NotFoundException) when calling the GetRestApi operation: Invalid API identifier specified 111122223333:nothing");
        assertThat(aws("apigateway", "create-domain-name", "--domain-name", "a.example").exit())
                .isNotZero();
    }

    private String tagged(String arn) {
        var ran = aws("apigateway", "tag-resource", "--resource-arn", arn, "--tags", "team=sales");
        assertThat(ran.exit()).as(ran.output()).isZero();
        return arn;
    }

    private static String[] with(String[] method, String operation, String... more) {
        var words = new ArrayList<>(List.of("apigateway", operation));
        words.addAll(List.of(method));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    @Test
    void builds_an_http_api() throws Exception {
        var api =
                text(
                        "ApiId",
                        "apigatewayv2",
                        "create-api",
                        "--name",
                        "shop",
                        "--protocol-type",
                        "HTTP",
                        "--target",
                        "http://127.0.0.1:1/",
                        "--cors-configuration",
                        "AllowOrigins=*");

        assertThat(text("Items[0].RouteKey", "apigatewayv2", "get-routes", "--api-id", api))
                .isEqualTo("$default");
        assertThat(text("Items[0].AutoDeploy", "apigatewayv2", "get-stages", "--api-id", api))
                .isEqualTo("True");
        assertThat(get("/_aws/execute-api/eu-west-1/" + api + "/").body())
                .isEqualTo("{\"message\":\"Service Unavailable\"}");
        assertThat(text("CreatedDate", "apigatewayv2", "get-api", "--api-id", api))
                .startsWith("20");
    }
}
