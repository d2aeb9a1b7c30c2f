package groundschool.emulator.apigatewayv2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import groundschool.emulator.apigateway.ApiCloud;
import groundschool.emulator.apigateway.ScriptedFunctions;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.AuthorizationType;
import software.amazon.awssdk.services.apigatewayv2.model.AuthorizerType;
import software.amazon.awssdk.services.apigatewayv2.model.BadRequestException;
import software.amazon.awssdk.services.apigatewayv2.model.CreateAuthorizerRequest;
import software.amazon.awssdk.services.apigatewayv2.model.IntegrationType;
import software.amazon.awssdk.services.apigatewayv2.model.NotFoundException;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import tools.jackson.databind.JsonNode;

/// HTTP APIs: what they are, and what they answer.
class HttpApiTest {

    private final ApiCloud cloud = new ApiCloud();
    private final ApiGatewayV2Client gateway =
            cloud.client(
                    ApiGatewayV2Client.builder().httpClientBuilder(Apache5HttpClient.builder()));

    @AfterEach
    void close() {
        gateway.close();
        cloud.close();
    }

    private HttpResponse<String> get(String api, String path) {
        return cloud.call(api, path);
    }

    private String quick() {
        var arn = cloud.function("echo");
        cloud.functions.script("echo", _ -> "{\"hello\":1}");
        return gateway.createApi(
                        request -> request.name("shop").protocolType(ProtocolType.HTTP).target(arn))
                .apiId();
    }

    private JsonNode event() {
        return cloud.functions.events("echo").getLast();
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
    void the_event_has_all_that_version_2_has() {
        var api = quick();

        cloud.call(
                api,
                "POST",
                "/orders/7?a=1&a=2&b=x%20y",
                "{\"n\":1}",
                request ->
                        request.header("X-Two", "1")
                                .header("X-Two", "2")
                                .header("Cookie", "one=1; two=2")
                                .header("Content-Type", "application/json"));

        var event = event();
        assertThat(event.path("version").asString()).isEqualTo("2.0");
        assertThat(event.path("routeKey").asString()).isEqualTo("$default");
        assertThat(event.path("rawPath").asString()).isEqualTo("/orders/7");
        assertThat(event.path("rawQueryString").asString()).isEqualTo("a=1&a=2&b=x%20y");
        assertThat(event.path("cookies").toString()).isEqualTo("[\"one=1\",\"two=2\"]");
        assertThat(event.path("headers").path("x-two").asString()).isEqualTo("1,2");
        assertThat(event.path("headers").has("cookie")).isFalse();
        assertThat(event.path("queryStringParameters").toString())
                .isEqualTo("{\"a\":\"1,2\",\"b\":\"x y\"}");
        assertThat(event.path("body").asString()).isEqualTo("{\"n\":1}");
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
        assertThat(event.has("pathParameters")).isFalse();
        var context = event.path("requestContext");
        assertThat(context.path("http").path("method").asString()).isEqualTo("POST");
        assertThat(context.path("http").path("sourceIp").asString()).isEqualTo("127.0.0.1");
        assertThat(context.path("stage").asString()).isEqualTo("$default");
        assertThat(context.path("time").asString()).matches("\\d\\d/\\w{3}/\\d{4}:[\\d:]+ \\+0000");
        assertThat(context.path("timeEpoch").isNumber()).isTrue();
    }

    @Test
    void bytes_arrive_as_base64() {
        var api = quick();

        cloud.call(
                api,
                "POST",
                "/",
                "picture",
                request -> request.header("Content-Type", "image/png"));

        assertThat(event().path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(event().path("body").asString()).isEqualTo("cGljdHVyZQ==");
    }

    @Test
    void a_function_may_say_status_headers_and_cookies() {
        var api = quick();
        cloud.functions.script(
                "echo",
                _ ->
                        "{\"statusCode\":201,\"headers\":{\"X-A\":\"b\"},\"cookies\":[\"c=1\",\"d=2\"],\"body\":\"made\"}");

        var answer = get(api, "/");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("made");
        assertThat(answer.headers().firstValue("X-A")).contains("b");
        assertThat(answer.headers().allValues("set-cookie")).containsExactly("c=1", "d=2");
        assertThat(answer.headers().firstValue("content-type"))
                .contains("text/plain;charset=UTF-8");
    }

    @Test
    void an_answer_without_a_status_is_a_body() {
        var api = quick();
        for (var row :
                Map.of(
                                "{}", "{}",
                                "\"just text\"", "just text",
                                "null", "null",
                                "{\"a\":{\"b\":1}}", "{\"a\":{\"b\":1}}")
                        .entrySet()) {
            cloud.functions.script("echo", _ -> row.getKey());

            var answer = get(api, "/");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(row.getValue());
            assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        }
    }

    @Test
    void what_goes_wrong_is_told_in_the_words_of_http_apis() {
        var api = quick();
        cloud.functions.script("echo", _ -> new ScriptedFunctions.Failure("{}"));
        is(get(api, "/"), 500, "Internal Server Error");
        for (var answer :
                new String[] {
                    "{\"statusCode\":\"many\"}",
                    "{\"errorMessage\":\"as if it had failed\"}",
                    "{\"statusCode\":200,\"cookies\":{\"c\":\"1\"}}",
                    "{\"statusCode\":200,\"multiValueHeaders\":{\"x\":\"1\"}}"
                }) {
            cloud.functions.script("echo", _ -> answer);
            is(get(api, "/"), 500, "Internal Server Error");
        }
        cloud.lambda.removePermission(request -> request.functionName("echo").statementId("api"));
        is(get(api, "/"), 500, "Internal Server Error");
        is(
                cloud.call(api, "POST", "/", "x".repeat(10 * 1024 * 1024 + 1), _ -> {}),
                413,
                "Request Entity Too Large");
        var bare = gateway.createApi(r -> r.name("bare").protocolType(ProtocolType.HTTP)).apiId();
        is(get(bare, "/"), 404, "Not Found");
    }

    private static void is(HttpResponse<String> answer, int status, String message) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("{\"message\":\"" + message + "\"}");
    }

    private String integration(String api, String function) {
        return gateway.createIntegration(request ->
                        request.apiId(api)
                                .integrationType(IntegrationType.AWS_PROXY)
                                .integrationUri(function)
                                .payloadFormatVersion("2.0"))
                .integrationId();
    }

    private void route(String api, String key, String integration) {
        gateway.createRoute(
                request -> request.apiId(api).routeKey(key).target("integrations/" + integration));
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

    private String guarded(Consumer<CreateAuthorizerRequest.Builder> more, AuthorizationType type) {
        var api = gateway.createApi(r -> r.name("shop").protocolType(ProtocolType.HTTP)).apiId();
        var integration = integration(api, cloud.function("echo"));
        cloud.functions.script("echo", _ -> "\"hi\"");
        var authorizer =
                gateway.createAuthorizer(
                                request -> {
                                    request.apiId(api)
                                            .name("judge")
                                            .identitySource("$request.header.Authorization");
                                    more.accept(request);
                                })
                        .authorizerId();
        gateway.createRoute(request ->
                request.apiId(api)
                        .routeKey("GET /orders")
                        .target("integrations/" + integration)
                        .authorizationType(type)
                        .authorizerId(authorizer));
        gateway.createStage(r -> r.apiId(api).stageName("$default").autoDeploy(true));
        return api;
    }

    private HttpResponse<String> with(String api, String token) {
        return cloud.call(
                api, "GET", "/orders", "", request -> request.header("Authorization", token));
    }

    @Test
    void a_function_may_just_say_yes_or_no() {
        var judge = cloud.function("judge");
        var asked = new AtomicInteger();
        cloud.functions.script(
                "judge",
                event -> {
                    asked.incrementAndGet();
                    return "{\"isAuthorized\":%s,\"context\":{\"level\":7}}"
                            .formatted(
                                    event.path("identitySource").path(0).asString().equals("yes"));
                });
        var api =
                guarded(
                        request ->
                                request.authorizerType(AuthorizerType.REQUEST)
                                        .authorizerUri(ApiCloud.uri(judge))
                                        .authorizerPayloadFormatVersion("2.0")
                                        .authorizerResultTtlInSeconds(60)
                                        .enableSimpleResponses(true),
                        AuthorizationType.CUSTOM);
        cloud.sandbox().clock().freeze();

        is(cloud.call(api, "/orders"), 401, "Unauthorized");
        assertThat(asked.get()).isZero();
        is(with(api, "no"), 403, "Forbidden");
        assertThat(with(api, "yes").statusCode()).isEqualTo(200);
        assertThat(with(api, "yes").statusCode()).isEqualTo(200);
        assertThat(asked.get()).isEqualTo(2);
        assertThat(event().path("requestContext").path("authorizer").toString())
                .isEqualTo("{\"lambda\":{\"level\":7}}");
        cloud.sandbox().clock().advance(Duration.ofSeconds(61));
        with(api, "yes");
        assertThat(asked.get()).isEqualTo(3);
    }

    @Test
    void a_function_may_answer_a_policy() {
        var judge = cloud.function("judge");
        cloud.functions.script(
                "judge",
                event ->
                        """
                        {"principalId":"ann","policyDocument":{"Version":"2012-10-17","Statement":[
                         {"Action":"execute-api:Invoke","Effect":"Allow","Resource":"%s"}]}}\
                        """
                                .formatted(event.path("methodArn").asString()));
        var api =
                guarded(
                        request ->
                                request.authorizerType(AuthorizerType.REQUEST)
                                        .authorizerUri(ApiCloud.uri(judge))
                                        .authorizerPayloadFormatVersion("1.0"),
                        AuthorizationType.CUSTOM);

        assertThat(with(api, "t").statusCode()).isEqualTo(200);
    }

    @Test
    void a_token_of_a_user_pool_opens_with_its_audience_and_scopes() {
        try (var cognito = cloud.client(CognitoIdentityProviderClient.builder())) {
            var pool = cognito.createUserPool(r -> r.poolName("shop")).userPool().id();
            var client =
                    cognito.createUserPoolClient(r ->
                                    r.userPoolId(pool)
                                            .clientName("site")
                                            .explicitAuthFlows(
                                                    ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
                                                    ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH))
                            .userPoolClient()
                            .clientId();
            cognito.adminCreateUser(r -> r.userPoolId(pool).username("ann"));
            cognito.adminSetUserPassword(
                    r -> r.userPoolId(pool).username("ann").password("Passw0rd!").permanent(true));
            var tokens =
                    cognito.initiateAuth(r ->
                                    r.clientId(client)
                                            .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                                            .authParameters(
                                                    Map.of(
                                                            "USERNAME",
                                                            "ann",
                                                            "PASSWORD",
                                                            "Passw0rd!")))
                            .authenticationResult();
            var api =
                    guarded(
                            request ->
                                    request.authorizerType(AuthorizerType.JWT)
                                            .jwtConfiguration(jwt ->
                                                    jwt.audience(client)
                                                            .issuer(
                                                                    "https://cognito-idp.eu-west-1.amazonaws.com/"
                                                                            + pool)),
                            AuthorizationType.JWT);

            is(cloud.call(api, "/orders"), 401, "Unauthorized");
            is(with(api, "Bearer nonsense"), 401, "Unauthorized");
            assertThat(with(api, "Bearer " + tokens.idToken()).statusCode()).isEqualTo(200);
            assertThat(with(api, "Bearer " + tokens.accessToken()).statusCode()).isEqualTo(200);
            assertThat(
                            event().path("requestContext")
                                    .path("authorizer")
                                    .path("jwt")
                                    .path("claims")
                                    .path("username")
                                    .asString())
                    .isEqualTo("ann");
            var route = gateway.getRoutes(r -> r.apiId(api)).items().getFirst().routeId();
            gateway.updateRoute(
                    r -> r.apiId(api).routeId(route).authorizationScopes("orders/read"));
            is(with(api, "Bearer " + tokens.accessToken()), 403, "Forbidden");
        }
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
