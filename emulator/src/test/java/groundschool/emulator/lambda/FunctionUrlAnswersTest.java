package groundschool.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What URLs make of what functions answer.
class FunctionUrlAnswersTest extends VisitedUrls {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"hello\" | hello",
                "{\"hello\": \"world\"} | {\"hello\":\"world\"}",
                "[\"hello\", 3, true] | [\"hello\",3,true]",
                "3.1 | 3.1",
                "true | true",
                "{\"statusCode\": 200, \"body\": \"body123\"} | body123",
                "{\"statusCode\": \"200\", \"body\": {\"a\": 1}} | {\"a\":1}",
                "{\"statusCode\": 200, \"body\": \"aGk=\", \"isBase64Encoded\": true} | hi"
            })
    void an_answer_is_a_body_of_json_or_what_it_says(String answer, String body) throws Exception {
        var url = open("shop");
        cloud.runtimes.body = (_, _) -> answer;

        var heard = get(url);

        assertThat(heard.statusCode()).isEqualTo(200);
        assertThat(heard.body()).isEqualTo(body);
        assertThat(heard.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void status_headers_and_cookies_are_the_functions() throws Exception {
        var url = open("shop");
        cloud.runtimes.body =
                (_, _) ->
                        "{\"statusCode\":201,\"headers\":{\"Content-Type\":\"text/html\",\"X-A\":\"1\\r\\nX-B: 2\"},\"cookies\":[\"a=1; HttpOnly\",\"b=2\"],\"body\":\"<p>\"}";

        var heard = get(url);

        assertThat(heard.statusCode()).isEqualTo(201);
        assertThat(heard.headers().firstValue("Content-Type")).contains("text/html");
        assertThat(heard.headers().firstValue("X-A")).contains("1  X-B: 2");
        assertThat(heard.headers().firstValue("X-B")).isEmpty();
        assertThat(heard.headers().allValues("Set-Cookie")).containsExactly("a=1; HttpOnly", "b=2");
        assertThat(heard.headers().firstValue("Content-Security-Policy")).contains("sandbox");
    }

    @ParameterizedTest
    @CsvSource({"900", "x", "''"})
    void an_impossible_status_is_an_error(String status) throws Exception {
        var url = open("shop");
        cloud.runtimes.body = (_, _) -> "{\"statusCode\":\"%s\"}".formatted(status);

        assertThat(get(url).statusCode()).isEqualTo(502);
    }

    @Test
    void a_function_that_fails_is_an_internal_error() throws Exception {
        var url = open("shop");
        cloud.runtimes.body = (_, _) -> new ScriptedRuntimes.Failure("{\"errorType\":\"E\"}");

        var heard = get(url);

        assertThat(heard.statusCode()).isEqualTo(502);
        assertThat(heard.body()).isEqualTo("Internal Server Error");
    }

    @Test
    void one_that_may_not_run_is_too_many_requests() throws Exception {
        var url = open("shop");
        cloud.lambda.putFunctionConcurrency(
                limit -> limit.functionName("shop").reservedConcurrentExecutions(0));

        var heard = get(url);

        assertThat(heard.statusCode()).isEqualTo(429);
        assertThat(heard.body()).contains("ReservedFunctionConcurrentInvocationLimitExceeded");
    }

    @Test
    void settings_answer_browsers_that_ask_first() throws Exception {
        var url = withCors();

        var heard = preflight(url, "https://shop.example");

        assertThat(heard.statusCode()).isEqualTo(200);
        assertThat(heard.headers().firstValue("Access-Control-Allow-Origin"))
                .contains("https://shop.example");
        assertThat(heard.headers().firstValue("Access-Control-Allow-Methods")).contains("GET,POST");
        assertThat(heard.headers().firstValue("Access-Control-Max-Age")).contains("60");
        assertThat(cloud.runtimes.runs).isEmpty();
        assertThat(
                        preflight(url, "https://other.example")
                                .headers()
                                .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void settings_take_the_place_of_what_the_function_says() throws Exception {
        var url = withCors();
        cloud.runtimes.body =
                (_, _) ->
                        "{\"statusCode\":200,\"headers\":{\"Access-Control-Allow-Origin\":\"*\",\"X-A\":\"1\"}}";

        var heard = from(url, "https://shop.example");

        assertThat(heard.headers().allValues("Access-Control-Allow-Origin"))
                .containsExactly("https://shop.example");
        assertThat(heard.headers().firstValue("Access-Control-Expose-Headers")).contains("x-a");
        assertThat(from(url, "https://other.example").headers().map())
                .doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void without_settings_it_is_the_functions_to_say() throws Exception {
        var url = open("shop");
        cloud.runtimes.body =
                (_, _) ->
                        "{\"statusCode\":204,\"headers\":{\"Access-Control-Allow-Origin\":\"*\"}}";

        assertThat(
                        preflight(url, "http://localhost:3000")
                                .headers()
                                .allValues("Access-Control-Allow-Origin"))
                .containsExactly("*");
        assertThat(cloud.runtimes.runs).hasSize(1);
    }

    private String withCors() {
        cloud.lambda.createFunctionUrlConfig(url ->
                url.functionName("shop")
                        .authType("NONE")
                        .cors(cors ->
                                cors.allowOrigins("https://shop.example")
                                        .allowMethods("GET", "POST")
                                        .exposeHeaders("x-a")
                                        .maxAge(60)));
        allow("lambda:InvokeFunctionUrl");
        allow("lambda:InvokeFunction");
        return path(id());
    }
}
