package groundschool.emulator.apigatewayv2;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.apigateway.ScriptedFunctions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;

/// What functions of HTTP APIs get, and what becomes of what they answer.
class HttpApiAnswersTest extends HttpApiFixture {

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
}
