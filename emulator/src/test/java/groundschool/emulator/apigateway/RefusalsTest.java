package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.GatewayResponseType;
import software.amazon.awssdk.services.apigateway.model.Op;

/// What the gateway itself answers, to the letter.
class RefusalsTest {

    private final ApiCloud cloud = new ApiCloud();
    private String api = "";

    @BeforeEach
    void open() {
        var arn = cloud.function("echo");
        cloud.functions.script("echo", _ -> "{\"statusCode\":200,\"body\":\"hello\"}");
        api = cloud.api("shop");
        cloud.proxy(api, "/hello", "GET", arn);
        cloud.proxy(api, "/hello", "POST", arn);
        cloud.deploy(api, "dev");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private static void is(HttpResponse<String> answer, int status, String body, String type) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains(type);
        assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void where_nothing_is_a_token_is_missing() {
        for (var path : new String[] {"/dev/nothing", "/dev/", "/dev"}) {
            is(
                    cloud.call(api, path),
                    403,
                    "{\"message\":\"Missing Authentication Token\"}",
                    "MissingAuthenticationTokenException");
        }
        is(
                cloud.call(api, "PUT", "/dev/hello", "", _ -> {}),
                403,
                "{\"message\":\"Missing Authentication Token\"}",
                "MissingAuthenticationTokenException");
    }

    @Test
    void a_stage_or_an_api_that_is_not_there_is_forbidden() {
        is(
                cloud.call(api, "/prod/hello"),
                403,
                "{\"message\":\"Forbidden\"}",
                "ForbiddenException");
        is(
                cloud.call("abcdefghij", "/dev/hello"),
                403,
                "{\"message\":\"Forbidden\"}",
                "ForbiddenException");
        cloud.gateway.updateRestApi(request ->
                request.restApiId(api)
                        .patchOperations(patch ->
                                patch.op(Op.REPLACE)
                                        .path("/disableExecuteApiEndpoint")
                                        .value("true")));
        is(cloud.call(api, "/dev/hello"), 403, "{\"message\":\"Forbidden\"}", "ForbiddenException");
    }

    @Test
    void more_than_ten_megabytes_are_too_long() {
        is(
                cloud.call(api, "POST", "/dev/hello", "x".repeat(10 * 1024 * 1024 + 1), _ -> {}),
                413,
                "{\"message\":\"Request Too Long\"}",
                "RequestTooLargeException");
    }

    @Test
    void an_endpoint_that_takes_too_long_times_out() {
        var resource = cloud.resource(api, "/hello");
        cloud.functions.script(
                "echo",
                _ -> {
                    try {
                        Thread.sleep(2000);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return "{}";
                });
        cloud.gateway.updateIntegration(request ->
                request.restApiId(api)
                        .resourceId(resource)
                        .httpMethod("GET")
                        .patchOperations(patch ->
                                patch.op(Op.REPLACE).path("/timeoutInMillis").value("50")));
        cloud.deploy(api, "dev");

        is(
                cloud.call(api, "/dev/hello"),
                504,
                "{\"message\": \"Endpoint request timed out\"}",
                "InternalServerErrorException");
    }

    @Test
    void a_function_that_is_gone_is_an_internal_error() {
        cloud.lambda.deleteFunction(request -> request.functionName("echo"));

        is(
                cloud.call(api, "/dev/hello"),
                500,
                "{\"message\": \"Internal server error\"}",
                "InternalServerErrorException");
    }

    @Test
    void an_api_may_say_it_in_words_of_its_own() {
        cloud.gateway.putGatewayResponse(request ->
                request.restApiId(api)
                        .responseType(GatewayResponseType.MISSING_AUTHENTICATION_TOKEN)
                        .statusCode("404")
                        .responseParameters(
                                Map.of(
                                        "gatewayresponse.header.Access-Control-Allow-Origin", "'*'",
                                        "gatewayresponse.header.x-asked",
                                                "method.request.querystring.q"))
                        .responseTemplates(
                                Map.of(
                                        "application/json",
                                        "{\"m\":$context.error.messageString,\"t\":\"$context.error.responseType\",\"s\":\"$context.stage\"}")));
        cloud.deploy(api, "dev");

        var answer = cloud.call(api, "/dev/nothing?q=why");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"m\":\"Missing Authentication Token\",\"t\":\"MISSING_AUTHENTICATION_TOKEN\",\"s\":\"dev\"}");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("x-asked")).contains("why");
    }

    @Test
    void all_refusals_of_a_kind_may_get_a_header() {
        cloud.gateway.putGatewayResponse(request ->
                request.restApiId(api)
                        .responseType(GatewayResponseType.DEFAULT_5_XX)
                        .responseParameters(
                                Map.of(
                                        "gatewayresponse.header.Access-Control-Allow-Origin",
                                        "'*'")));
        cloud.deploy(api, "dev");
        cloud.functions.script("echo", _ -> "[]");

        var answer = cloud.call(api, "/dev/hello");

        is(answer, 502, "{\"message\": \"Internal server error\"}", "InternalServerErrorException");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void nobody_reaches_an_api_of_another_region() {
        var uri = cloud.server.uri().resolve("/_aws/execute-api/us-east-1/" + api + "/dev/hello");

        is(
                cloud.send(uri, "GET", "", _ -> {}),
                403,
                "{\"message\":\"Forbidden\"}",
                "ForbiddenException");
    }

    @Test
    void a_policy_of_the_api_keeps_strangers_out() {
        cloud.gateway.updateRestApi(request ->
                request.restApiId(api)
                        .patchOperations(patch ->
                                patch.op(Op.REPLACE)
                                        .path("/policy")
                                        .value(
                                                """
                                                {"Version":"2012-10-17","Statement":[
                                                 {"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*"},
                                                 {"Effect":"Deny","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*/POST/*"}]}\
                                                """)));
        cloud.deploy(api, "dev");

        assertThat(cloud.call(api, "/dev/hello").statusCode()).isEqualTo(200);
        var denied = cloud.call(api, "POST", "/dev/hello", "", _ -> {});
        is(
                denied,
                403,
                "{\"Message\":\"User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-west-1:********3333:%s/dev/POST/hello with an explicit deny in a resource-based policy\"}"
                        .formatted(api),
                "AccessDeniedException");
    }
}
