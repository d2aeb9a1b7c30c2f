package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.wire.Json;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.apigateway.model.Op;
import tools.jackson.databind.JsonNode;

/// Functions behind an API that get the request as an event and say what is answered.
class ProxyIntegrationTest {

    private final ApiCloud cloud = new ApiCloud();
    private String api = "";

    @BeforeEach
    void open() {
        var arn = cloud.function("echo");
        cloud.functions.script("echo", _ -> "{\"statusCode\":200,\"body\":\"hello\"}");
        api = cloud.api("shop");
        cloud.proxy(api, "/{proxy+}", "ANY", arn);
        cloud.proxy(api, "/orders/{id}", "GET", arn);
        cloud.deploy(api, "dev");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private JsonNode event() {
        return cloud.functions.events("echo").getLast();
    }

    @Test
    void a_function_answers_a_request() {
        var answer = cloud.call(api, "/dev/hello");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("hello");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
        assertThat(answer.headers().firstValue("x-amz-apigw-id")).isPresent();
        assertThat(answer.headers().firstValue("X-Amzn-Trace-Id").orElseThrow())
                .startsWith("Root=1-");
        assertThat(answer.headers().firstValue("Date")).isPresent();
    }

    @Test
    void the_event_has_all_that_version_1_has() {
        cloud.call(
                api,
                "POST",
                "/dev/orders/7/lines?a=1&a=2&b=x+y%2Bz",
                "{\"n\":1}",
                request ->
                        request.header("tEsT-HEADeR", "aValUE")
                                .header("X-Two", "1")
                                .header("X-Two", "2"));

        var event = event();
        assertThat(event.path("resource").asString()).isEqualTo("/{proxy+}");
        assertThat(event.path("path").asString()).isEqualTo("/orders/7/lines");
        assertThat(event.path("httpMethod").asString()).isEqualTo("POST");
        assertThat(event.path("headers").path("tEsT-HEADeR").asString()).isEqualTo("aValUE");
        assertThat(event.path("headers").path("X-Two").asString()).isEqualTo("2");
        assertThat(event.path("multiValueHeaders").path("X-Two").toString())
                .isEqualTo("[\"1\",\"2\"]");
        assertThat(event.path("headers").has("Content-Length")).isFalse();
        assertThat(event.path("headers").path("X-Forwarded-For").asString()).isEqualTo("127.0.0.1");
        assertThat(event.path("headers").path("X-Forwarded-Proto").asString()).isEqualTo("https");
        assertThat(event.path("headers").path("CloudFront-Viewer-Country").asString())
                .isEqualTo("US");
        assertThat(event.path("queryStringParameters").toString())
                .isEqualTo("{\"a\":\"2\",\"b\":\"x y+z\"}");
        assertThat(event.path("multiValueQueryStringParameters").toString())
                .isEqualTo("{\"a\":[\"1\",\"2\"],\"b\":[\"x y+z\"]}");
        assertThat(event.path("pathParameters").toString())
                .isEqualTo("{\"proxy\":\"orders/7/lines\"}");
        assertThat(event.path("stageVariables").isNull()).isTrue();
        assertThat(event.path("body").asString()).isEqualTo("{\"n\":1}");
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    }

    @Test
    void the_context_of_the_event_says_who_where_and_when() {
        cloud.call(api, "GET", "/dev/orders/7", "", request -> request.header("User-Agent", "me"));

        var context = event().path("requestContext");
        assertThat(context.properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "accountId",
                        "apiId",
                        "deploymentId",
                        "domainName",
                        "domainPrefix",
                        "extendedRequestId",
                        "httpMethod",
                        "identity",
                        "path",
                        "protocol",
                        "requestId",
                        "requestTime",
                        "requestTimeEpoch",
                        "resourceId",
                        "resourcePath",
                        "stage");
        assertThat(context.path("path").asString()).isEqualTo("/dev/orders/7");
        assertThat(context.path("resourcePath").asString()).isEqualTo("/orders/{id}");
        assertThat(context.path("identity").toString())
                .isEqualTo(
                        "{\"cognitoIdentityPoolId\":null,\"accountId\":null,\"cognitoIdentityId\":null,\"caller\":null,\"sourceIp\":\"127.0.0.1\",\"principalOrgId\":null,\"accessKey\":null,\"cognitoAuthenticationType\":null,\"cognitoAuthenticationProvider\":null,\"userArn\":null,\"userAgent\":\"me\",\"user\":null}");
        assertThat(context.path("requestTime").asString())
                .matches("\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000");
        assertThat(event().path("body").isNull()).isTrue();
        assertThat(event().path("queryStringParameters").isNull()).isTrue();
    }

    @Test
    void paths_stay_as_they_were_sent() {
        cloud.call(api, "/dev/proxy-value/");
        assertThat(event().path("path").asString()).isEqualTo("/proxy-value/");
        assertThat(event().path("pathParameters").path("proxy").asString())
                .isEqualTo("proxy-value");

        cloud.call(api, "/dev//proxy-value");
        assertThat(event().path("path").asString()).isEqualTo("/proxy-value");
        assertThat(event().path("requestContext").path("path").asString())
                .isEqualTo("/dev//proxy-value");

        cloud.call(api, "/dev/user/test%2Balias@example.com//x");
        assertThat(event().path("pathParameters").path("proxy").asString())
                .isEqualTo("user/test%2Balias@example.com//x");
    }

    @Test
    void answers_have_the_headers_that_the_function_says_once_or_several_times() {
        cloud.functions.script(
                "echo",
                _ ->
                        """
                        {"statusCode":"201","headers":{"X-One":true,"X-Both":"a","Date":"never","Content-Type":"text/plain"},
                         "multiValueHeaders":{"x-both":["b","a"]}}\
                        """);

        var answer = cloud.call(api, "/dev/x");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("X-One")).contains("true");
        assertThat(answer.headers().allValues("X-Both")).containsExactly("b", "a");
        assertThat(answer.headers().firstValue("x-amzn-Remapped-Date")).contains("never");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"just a text\"",
                "[]",
                "null",
                "{\"statusCode\":\"two hundred\"}",
                "{\"statusCode\":200,\"body\":{\"a\":1}}",
                "{\"statusCode\":200,\"message\":\"what is this\"}",
                "{\"multiValueHeaders\":{\"a\":\"b\"}}"
            })
    void an_answer_that_is_none_is_a_bad_gateway(String answer) {
        cloud.functions.script("echo", _ -> answer);

        var got = cloud.call(api, "/dev/x");

        assertThat(got.statusCode()).isEqualTo(502);
        assertThat(got.body()).isEqualTo("{\"message\": \"Internal server error\"}");
        assertThat(got.headers().firstValue("x-amzn-ErrorType"))
                .contains("InternalServerErrorException");
    }

    @Test
    void a_function_that_fails_is_a_bad_gateway() {
        cloud.functions.script(
                "echo", _ -> new ScriptedFunctions.Failure("{\"errorMessage\":\"x\"}"));

        var got = cloud.call(api, "/dev/x");

        assertThat(got.statusCode()).isEqualTo(502);
        assertThat(got.body()).isEqualTo("{\"message\": \"Internal server error\"}");
    }

    @Test
    void bytes_travel_as_base64_both_ways_where_their_type_is_binary() {
        cloud.gateway.updateRestApi(request ->
                request.restApiId(api)
                        .patchOperations(
                                patch -> patch.op(Op.ADD).path("/binaryMediaTypes/image~1png")));
        cloud.deploy(api, "dev");
        var base64 = Base64.getEncoder().encodeToString("picture".getBytes());
        cloud.functions.script(
                "echo", _ -> "{\"isBase64Encoded\":true,\"body\":\"" + base64 + "\"}");

        var wanted =
                cloud.call(
                        api,
                        "POST",
                        "/dev/x",
                        "picture",
                        request ->
                                request.header("Content-Type", "image/png")
                                        .header("Accept", "image/png"));

        assertThat(wanted.body()).isEqualTo("picture");
        assertThat(event().path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(event().path("body").asString()).isEqualTo(base64);
        assertThat(cloud.call(api, "/dev/x").body()).isEqualTo(base64);
    }

    @Test
    void a_change_shows_only_once_it_is_deployed() {
        var arn = cloud.function("other");
        cloud.functions.script("other", _ -> "{\"body\":\"other\"}");
        cloud.proxy(api, "/orders", "GET", arn);

        assertThat(cloud.call(api, "/dev/orders").body()).isEqualTo("hello");

        cloud.deploy(api, "dev");
        assertThat(cloud.call(api, "/dev/orders").body()).isEqualTo("other");
    }

    @Test
    void stage_variables_name_the_function_and_reach_it() {
        var resource = cloud.resource(api, "/vary");
        cloud.method(
                api,
                resource,
                "GET",
                _ -> {},
                integration ->
                        integration
                                .type("AWS_PROXY")
                                .integrationHttpMethod("POST")
                                .uri(
                                        ApiCloud.uri(
                                                "arn:aws:lambda:eu-west-1:111122223333:function:${stageVariables.fn}")));
        cloud.gateway.createDeployment(request ->
                request.restApiId(api).stageName("vary").variables(Map.of("fn", "echo")));

        assertThat(cloud.call(api, "/vary/vary").body()).isEqualTo("hello");
        assertThat(event().path("stageVariables").toString()).isEqualTo("{\"fn\":\"echo\"}");
    }

    @Test
    void an_api_is_called_by_its_host_or_as_other_emulators_have_it() {
        var byOther = cloud.server.uri().resolve("/restapis/" + api + "/dev/_user_request_/hello");

        assertThat(cloud.send(byOther, "GET", "", _ -> {}).body()).isEqualTo("hello");
        var request =
                groundschool.emulator.HttpRequest.of(
                        "GET",
                        "/dev/hello",
                        "",
                        groundschool.emulator.Headers.of(
                                "Host", api + ".execute-api.eu-west-1.localhost:4566"),
                        new byte[0]);
        assertThat(new String(cloud.emulator.handle(request).bytes())).isEqualTo("hello");
    }

    @Test
    void apis_outlive_a_restart() throws Exception {
        var folder = java.nio.file.Files.createTempDirectory("apis");
        String kept;
        try (var first =
                new ApiCloud(
                        groundschool.emulator.sandbox.Sandboxes.at(
                                folder, groundschool.emulator.sandbox.Durability.WRITE))) {
            var arn = first.function("echo");
            kept = first.api("kept");
            first.proxy(kept, "/hello", "GET", arn);
            first.deploy(kept, "dev");
        }
        try (var second =
                new ApiCloud(
                        groundschool.emulator.sandbox.Sandboxes.at(
                                folder, groundschool.emulator.sandbox.Durability.WRITE))) {
            second.functions.script("echo", _ -> "{\"body\":\"still here\"}");

            assertThat(second.call(kept, "/dev/hello").body()).isEqualTo("still here");
        }
    }

    @Test
    void the_permission_of_the_function_decides_whether_the_gateway_may_call_it() {
        cloud.lambda.removePermission(request -> request.functionName("echo").statementId("api"));

        var got = cloud.call(api, "/dev/orders/7");
        assertThat(got.statusCode()).isEqualTo(500);
        assertThat(got.body()).isEqualTo("{\"message\": \"Internal server error\"}");

        permit("arn:aws:execute-api:eu-west-1:111122223333:" + api + "/*/POST/orders/*");
        assertThat(cloud.call(api, "/dev/orders/7").statusCode()).isEqualTo(500);

        permit("arn:aws:execute-api:eu-west-1:111122223333:" + api + "/*/GET/orders/*");
        assertThat(cloud.call(api, "/dev/orders/7").statusCode()).isEqualTo(200);
    }

    private void permit(String sourceArn) {
        cloud.lambda.addPermission(request ->
                request.functionName("echo")
                        .statementId("s" + Integer.toHexString(sourceArn.hashCode()))
                        .action("lambda:InvokeFunction")
                        .principal("apigateway.amazonaws.com")
                        .sourceArn(sourceArn));
    }

    @Test
    void a_role_of_the_integration_calls_the_function_instead() {
        cloud.lambda.removePermission(request -> request.functionName("echo").statementId("api"));
        cloud.iam.putRolePolicy(request ->
                request.roleName("worker")
                        .policyName("call")
                        .policyDocument(
                                """
                                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"lambda:InvokeFunction","Resource":"*"}]}
                                """));
        var resource = cloud.resource(api, "/orders/{id}");
        cloud.gateway.updateIntegration(request ->
                request.restApiId(api)
                        .resourceId(resource)
                        .httpMethod("GET")
                        .patchOperations(patch ->
                                patch.op(Op.REPLACE).path("/credentials").value(ApiCloud.ROLE)));
        cloud.deploy(api, "dev");

        assertThat(cloud.call(api, "/dev/orders/7").body()).isEqualTo("hello");
    }

    @Test
    void what_the_function_answers_is_json_as_it_wrote_it() {
        cloud.functions.script(
                "echo",
                event -> "{\"body\":" + Json.mapper().writeValueAsString(event.toString()) + "}");

        assertThat(Json.mapper().readTree(cloud.call(api, "/dev/x").body()).path("path").asString())
                .isEqualTo("/x");
    }
}
