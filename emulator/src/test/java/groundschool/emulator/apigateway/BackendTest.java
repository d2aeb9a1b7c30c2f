package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.PutIntegrationRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// What is behind methods besides functions, and how its errors choose answers.
class BackendTest extends TransformationFixture {

    private String http(
            String path, String type, String uri, Consumer<PutIntegrationRequest.Builder> more) {
        var resource = cloud.resource(api, path);
        cloud.method(
                api,
                resource,
                "GET",
                method -> method.requestParameters(Map.of("method.request.path.x", true)),
                integration -> {
                    integration
                            .type(type)
                            .integrationHttpMethod("GET")
                            .uri(uri)
                            .requestParameters(
                                    Map.of(
                                            "integration.request.path.id", "method.request.path.x",
                                            "integration.request.header.X-Who", "'Ann'"));
                    more.accept(integration);
                });
        return resource;
    }

    @Test
    void the_error_of_a_function_chooses_the_answer() {
        var resource = function("$input.json('$')");
        respond(
                resource,
                "POST",
                "400",
                ".*\\[bad\\].*",
                "{\"told\":\"$input.path('$.errorMessage')\"}");
        cloud.deploy(api, "dev");
        cloud.functions.script(
                "worker-fn",
                _ -> new ScriptedFunctions.Failure("{\"errorMessage\":\"[bad] input\"}"));

        var answer = cloud.call(api, "POST", "/dev/oven/fast", "{}", _ -> {});

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"told\":\"[bad] input\"}");
    }

    @Test
    void a_service_is_called_as_the_role_of_the_integration() {
        cloud.role();
        try (var dynamo = cloud.client(DynamoDbClient.builder())) {
            dynamo.createTable(table ->
                    table.tableName("orders")
                            .billingMode(BillingMode.PAY_PER_REQUEST)
                            .attributeDefinitions(
                                    a -> a.attributeName("id").attributeType(ScalarAttributeType.S))
                            .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH)));
            var resource = cloud.resource(api, "/orders");
            cloud.method(
                    api,
                    resource,
                    "POST",
                    _ -> {},
                    integration ->
                            integration
                                    .type("AWS")
                                    .integrationHttpMethod("POST")
                                    .uri("arn:aws:apigateway:eu-west-1:dynamodb:action/PutItem")
                                    .credentials(ApiCloud.ROLE)
                                    .requestTemplates(
                                            Map.of(
                                                    "application/json",
                                                    "{\"TableName\":\"orders\",\"Item\":{\"id\":{\"S\":\"$input.path('$.id')\"}}}")));
            respond(resource, "POST", "200", "", "");
            respond(resource, "POST", "403", "4\\d{2}", "{\"no\":$input.json('$.Message')}");
            cloud.deploy(api, "dev");

            var denied = cloud.call(api, "POST", "/dev/orders", "{\"id\":\"7\"}", _ -> {});
            assertThat(denied.statusCode()).as(denied.body()).isEqualTo(403);

            cloud.iam.putRolePolicy(policy ->
                    policy.roleName("worker")
                            .policyName("write")
                            .policyDocument(
                                    """
                                    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"*"}]}\
                                    """));
            var done = cloud.call(api, "POST", "/dev/orders", "{\"id\":\"7\"}", _ -> {});
            assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
            assertThat(
                            dynamo.getItem(get ->
                                            get.tableName("orders")
                                                    .key(Map.of("id", AttributeValue.fromS("7"))))
                                    .item())
                    .containsKey("id");
        }
    }

    @Test
    void an_http_server_on_this_machine_is_asked_with_what_is_mapped() throws Exception {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var text =
                            "{\"path\":\"%s\",\"who\":\"%s\"}"
                                    .formatted(
                                            exchange.getRequestURI(),
                                            exchange.getRequestHeaders().getFirst("X-Who"));
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.getResponseHeaders().add("X-From", "server");
                    exchange.sendResponseHeaders(201, text.length());
                    exchange.getResponseBody().write(text.getBytes());
                    exchange.close();
                });
        server.start();
        try {
            var uri = "http://127.0.0.1:" + server.getAddress().getPort() + "/things/{id}";
            http("/p/{x}", "HTTP_PROXY", uri, _ -> {});
            var resource = http("/h/{x}", "HTTP", uri, _ -> {});
            respond(resource, "GET", "200", "", "{\"was\":$input.json('$.path')}");
            cloud.deploy(api, "dev");

            var proxied = cloud.call(api, "/dev/p/7?a=1");
            assertThat(proxied.statusCode()).isEqualTo(201);
            assertThat(proxied.body()).isEqualTo("{\"path\":\"/things/7?a=1\",\"who\":\"Ann\"}");
            assertThat(proxied.headers().firstValue("X-From")).contains("server");
            assertThat(proxied.headers().firstValue("x-amzn-Remapped-Content-Length")).isPresent();

            var mapped = cloud.call(api, "/dev/h/7?a=1");
            assertThat(mapped.statusCode()).isEqualTo(200);
            assertThat(mapped.body()).isEqualTo("{\"was\":\"/things/7\"}");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void no_other_machine_is_called() {
        http("/p/{x}", "HTTP_PROXY", "http://example.com/{id}", _ -> {});
        cloud.deploy(api, "dev");

        assertThat(cloud.call(api, "/dev/p/7").statusCode()).isEqualTo(500);
    }
}
