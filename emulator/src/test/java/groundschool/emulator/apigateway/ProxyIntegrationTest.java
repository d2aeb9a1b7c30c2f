package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.wire.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.apigateway.model.Op;

/// Functions behind an API that get the request as an event and say what is answered.
class ProxyIntegrationTest extends ProxyFixture {

    private void permit(String sourceArn) {
        cloud.lambda.addPermission(request ->
                request.functionName("echo")
                        .statementId("s" + Integer.toHexString(sourceArn.hashCode()))
                        .action("lambda:InvokeFunction")
                        .principal("apigateway.amazonaws.com")
                        .sourceArn(sourceArn));
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
