package groundschool.emulator.apigatewayv2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigatewayv2.model.BadRequestException;
import software.amazon.awssdk.services.apigatewayv2.model.IntegrationType;
import software.amazon.awssdk.services.apigatewayv2.model.NotFoundException;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;

/// HTTP APIs: what they are, and what they answer.
class HttpApiTest extends HttpApiFixture {

    private void route(String api, String key, String integration) {
        gateway.createRoute(
                request -> request.apiId(api).routeKey(key).target("integrations/" + integration));
    }

    @Test
    void an_api_that_is_made_with_a_target_answers_at_once() {
        var api = quick();

        var answer = get(api, "/any/where");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"hello\":1}");
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(answer.headers().firstValue("apigw-requestid")).isPresent();
        var stage = gateway.getStage(request -> request.apiId(api).stageName("$default"));
        assertThat(stage.autoDeploy()).isTrue();
        assertThat(stage.apiGatewayManaged()).isTrue();
        assertThat(stage.createdDate()).isNotNull();
        assertThat(gateway.getRoutes(request -> request.apiId(api)).items())
                .singleElement()
                .satisfies(route -> assertThat(route.routeKey()).isEqualTo("$default"));
    }

    @Test
    void the_most_specific_route_answers() {
        var api = gateway.createApi(r -> r.name("shop").protocolType(ProtocolType.HTTP)).apiId();
        var integration = integration(api, cloud.function("echo"));
        cloud.functions.script(
                "echo",
                event ->
                        "{\"statusCode\":200,\"body\":\""
                                + event.path("routeKey").asString()
                                + "\"}");
        for (var key :
                new String[] {
                    "$default", "ANY /{proxy+}", "GET /pets/{id}", "ANY /pets/{id}", "GET /pets/dog"
                }) {
            route(api, key, integration);
        }
        gateway.createStage(r -> r.apiId(api).stageName("$default").autoDeploy(true));

        assertThat(get(api, "/pets/dog").body()).isEqualTo("GET /pets/dog");
        assertThat(get(api, "/pets/1").body()).isEqualTo("GET /pets/{id}");
        assertThat(event().path("pathParameters").toString()).isEqualTo("{\"id\":\"1\"}");
        assertThat(cloud.call(api, "PUT", "/pets/1", "", _ -> {}).body())
                .isEqualTo("ANY /pets/{id}");
        assertThat(get(api, "/a/b/c").body()).isEqualTo("ANY /{proxy+}");
        assertThat(event().path("pathParameters").toString()).isEqualTo("{\"proxy\":\"a/b/c\"}");
    }

    @Test
    void a_named_stage_stands_in_the_path_and_shows_what_was_deployed() {
        var api = gateway.createApi(r -> r.name("shop").protocolType(ProtocolType.HTTP)).apiId();
        var integration = integration(api, cloud.function("echo"));
        cloud.functions.script("echo", _ -> "\"hi\"");
        route(api, "GET /one", integration);
        gateway.createStage(r -> r.apiId(api).stageName("dev").stageVariables(Map.of("v", "1")));
        is(get(api, "/dev/one"), 404, "Not Found");

        gateway.createDeployment(r -> r.apiId(api).stageName("dev"));
        route(api, "GET /two", integration);

        assertThat(get(api, "/dev/one").body()).isEqualTo("hi");
        assertThat(event().path("rawPath").asString()).isEqualTo("/dev/one");
        assertThat(event().path("stageVariables").toString()).isEqualTo("{\"v\":\"1\"}");
        is(get(api, "/dev/two"), 404, "Not Found");
    }

    @Test
    void pages_of_other_origins_are_answered_by_the_settings_of_the_api() {
        var api = quick();
        gateway.updateApi(request ->
                request.apiId(api)
                        .corsConfiguration(cors ->
                                cors.allowOrigins("http://shop.localhost")
                                        .allowMethods("GET", "POST")
                                        .allowHeaders("authorization")
                                        .maxAge(60)));
        var asked =
                cloud.call(
                        api,
                        "OPTIONS",
                        "/orders",
                        "",
                        request ->
                                request.header("Origin", "http://shop.localhost")
                                        .header("Access-Control-Request-Method", "POST"));
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("access-control-allow-origin"))
                .contains("http://shop.localhost");
        assertThat(asked.headers().firstValue("access-control-allow-methods")).contains("GET,POST");
        assertThat(asked.headers().firstValue("access-control-max-age")).contains("60");

        Consumer<HttpRequest.Builder> other =
                request -> request.header("Origin", "http://else.localhost");
        assertThat(
                        cloud.call(api, "GET", "/", "", other)
                                .headers()
                                .firstValue("access-control-allow-origin"))
                .isEmpty();
    }

    @Test
    void parameters_are_mapped_on_the_way_to_a_server_and_back() throws Exception {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var text =
                            exchange.getRequestURI()
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("X-Who");
                    exchange.sendResponseHeaders(200, text.length());
                    exchange.getResponseBody().write(text.getBytes());
                    exchange.close();
                });
        server.start();
        try {
            var api =
                    gateway.createApi(r -> r.name("shop").protocolType(ProtocolType.HTTP)).apiId();
            var integration =
                    gateway.createIntegration(request ->
                                    request.apiId(api)
                                            .integrationType(IntegrationType.HTTP_PROXY)
                                            .integrationMethod("GET")
                                            .integrationUri(
                                                    "http://127.0.0.1:"
                                                            + server.getAddress().getPort()
                                                            + "/base")
                                            .requestParameters(
                                                    Map.of(
                                                            "overwrite:path",
                                                                    "/to/$request.path.id",
                                                            "append:header.x-who",
                                                                    "$request.querystring.who",
                                                            "remove:querystring.who", "''"))
                                            .responseParameters(
                                                    Map.of(
                                                            "200",
                                                            Map.of(
                                                                    "overwrite:statuscode", "203",
                                                                    "append:header.x-stage",
                                                                            "$context.stage"))))
                            .integrationId();
            route(api, "GET /from/{id}", integration);
            gateway.createStage(r -> r.apiId(api).stageName("$default").autoDeploy(true));

            var answer = get(api, "/from/7?who=ann&q=1");

            assertThat(answer.body()).isEqualTo("/to/7?q=1 ann");
            assertThat(answer.statusCode()).isEqualTo(203);
            assertThat(answer.headers().firstValue("x-stage")).contains("$default");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_stage_may_throttle() {
        var api = quick();
        cloud.sandbox().clock().freeze();
        gateway.updateStage(request ->
                request.apiId(api)
                        .stageName("$default")
                        .defaultRouteSettings(
                                s -> s.throttlingBurstLimit(1).throttlingRateLimit(1.0)));

        assertThat(get(api, "/").statusCode()).isEqualTo(200);
        is(get(api, "/"), 429, "Too Many Requests");
    }

    @Test
    void what_is_not_there_yet_is_refused_by_name() {
        assertThatThrownBy(() ->
                        gateway.createApi(r ->
                                r.name("chat")
                                        .protocolType(ProtocolType.HTTP)
                                        .disableSchemaValidation(true)))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("the parameter disableSchemaValidation");
        assertThatThrownBy(() -> gateway.createDomainName(r -> r.domainName("api.example.com")))
                .hasMessageContaining("CreateDomainName");
        assertThatThrownBy(() -> gateway.getApi(r -> r.apiId("abcdefghij")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Invalid API identifier specified 111122223333:abcdefghij");
    }

    @Test
    void tags_are_set_by_arn() {
        var api = quick();
        var arn = "arn:aws:apigateway:eu-west-1::/apis/" + api;

        gateway.tagResource(r -> r.resourceArn(arn).tags(Map.of("team", "sales")));

        assertThat(gateway.getTags(r -> r.resourceArn(arn)).tags()).containsEntry("team", "sales");
        assertThat(gateway.getApi(r -> r.apiId(api)).tags()).containsEntry("team", "sales");
    }
}
