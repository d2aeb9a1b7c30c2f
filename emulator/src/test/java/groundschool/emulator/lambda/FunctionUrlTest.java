package groundschool.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.services.lambda.model.FunctionUrlAuthType;
import software.amazon.awssdk.services.lambda.model.InvokeMode;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// URLs of functions, over real HTTP.
class FunctionUrlTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final LambdaCloud cloud = new LambdaCloud();

    @BeforeEach
    void create() {
        cloud.create("shop");
    }

    @AfterEach
    void close() {
        client.close();
        cloud.close();
    }

    // ---- the API

    @Test
    void a_url_is_made_read_changed_and_removed() {
        var made =
                cloud.lambda.createFunctionUrlConfig(
                        url -> url.functionName("shop").authType(FunctionUrlAuthType.NONE));

        assertThat(made.functionArn()).isEqualTo(LambdaCloud.ARN + "shop");
        assertThat(made.invokeModeAsString()).isNull();
        assertThat(made.functionUrl()).contains("lambda-url").endsWith("/");
        var read = cloud.lambda.getFunctionUrlConfig(url -> url.functionName("shop"));
        assertThat(read.functionUrl()).isEqualTo(made.functionUrl());
        assertThat(read.invokeMode()).isEqualTo(InvokeMode.BUFFERED);
        assertThat(read.lastModifiedTime()).matches("\\d{4}-\\d\\d-\\d\\dT.*\\.\\d{6}Z");
        var changed =
                cloud.lambda.updateFunctionUrlConfig(
                        url -> url.functionName("shop").authType(FunctionUrlAuthType.AWS_IAM));
        assertThat(changed.authType()).isEqualTo(FunctionUrlAuthType.AWS_IAM);
        assertThat(changed.functionUrl()).isEqualTo(made.functionUrl());
        cloud.lambda.deleteFunctionUrlConfig(url -> url.functionName("shop"));
        assertThatThrownBy(() -> cloud.lambda.getFunctionUrlConfig(url -> url.functionName("shop")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("The resource you requested does not exist.");
    }

    @Test
    void a_function_and_each_alias_have_one_each() {
        cloud.lambda.publishVersion(version -> version.functionName("shop"));
        cloud.lambda.createAlias(
                alias -> alias.functionName("shop").name("live").functionVersion("1"));
        cloud.lambda.createFunctionUrlConfig(url -> url.functionName("shop").authType("NONE"));
        cloud.lambda.createFunctionUrlConfig(
                url -> url.functionName("shop").qualifier("live").authType("NONE"));

        assertThat(
                        cloud.lambda
                                .listFunctionUrlConfigs(list -> list.functionName("shop"))
                                .functionUrlConfigs())
                .extracting(url -> url.functionArn())
                .containsExactly(LambdaCloud.ARN + "shop", LambdaCloud.ARN + "shop:live");
        assertThatThrownBy(() ->
                        cloud.lambda.createFunctionUrlConfig(
                                url -> url.functionName("shop").authType("NONE")))
                .isInstanceOf(ResourceConflictException.class)
                .hasMessageContaining(
                        "Failed to create function url config for [functionArn = %sshop]. Error message:  FunctionUrlConfig exists for this Lambda function"
                                .formatted(LambdaCloud.ARN));
        assertThatThrownBy(() ->
                        cloud.lambda.createFunctionUrlConfig(
                                url -> url.functionName("nothing").authType("NONE")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Function does not exist");
    }

    @Test
    void it_goes_with_its_function() throws Exception {
        var url = open("shop");
        cloud.lambda.deleteFunction(function -> function.functionName("shop"));

        assertThat(get(url).statusCode()).isEqualTo(403);
    }

    // ---- who may

    @Test
    void a_name_that_nobody_has_tells_nothing() throws Exception {
        var answer =
                get(
                        cloud.server.uri()
                                + "/_aws/lambda-url/eu-west-1/0123456789abcdefghijklmnopqrstuv/");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"Message\":null}");
        assertThat(answer.headers().firstValue("x-amzn-ErrorType"))
                .contains("AccessDeniedException");
    }

    @Test
    void the_world_needs_both_permissions() throws Exception {
        var url = path(create("NONE", InvokeMode.BUFFERED));

        assertThat(get(url).body())
                .isEqualTo(
                        "{\"Message\":\"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html\"}");
        allow("lambda:InvokeFunctionUrl");
        assertThat(get(url).statusCode()).isEqualTo(403);
        allow("lambda:InvokeFunction");
        assertThat(get(url).statusCode()).isEqualTo(200);
        assertThat(cloud.sandbox().ledger().entries())
                .filteredOn(entry -> entry.operation().equals("InvokeFunctionUrl"))
                .extracting(entry -> entry.error().isPresent())
                .containsExactly(true, true, false);
    }

    @Test
    void a_guarded_one_wants_a_signature_of_somebody_who_may() throws Exception {
        var url = path(create("AWS_IAM", InvokeMode.BUFFERED));

        assertThat(get(url).statusCode()).isEqualTo(403);
        var answer = signed(url, cloud.key.secret());
        assertThat(answer.statusCode()).isEqualTo(200);
        var context = event().path("requestContext");
        assertThat(context.path("accountId").asString()).isEqualTo(LambdaCloud.ACCOUNT);
        assertThat(context.path("authorizer").path("iam").path("userArn").asString())
                .isEqualTo("arn:aws:iam::111122223333:user/learner");
        assertThat(signed(url, "wrong").headers().firstValue("x-amzn-ErrorType"))
                .contains("InvalidSignatureException");
    }

    @Test
    void nobody_comes_to_anothers_by_their_own_key() throws Exception {
        var url = path(create("AWS_IAM", InvokeMode.BUFFERED));
        var stranger = cloud.emulator.sandboxes().create(LambdaCloud.ACCOUNT);

        assertThat(signed(url, stranger.id(), stranger.secret()).statusCode()).isEqualTo(403);
    }

    // ---- what the function gets

    @Test
    void the_function_gets_the_request_as_payload_2() throws Exception {
        var url = open("shop");

        client.send(
                HttpRequest.newBuilder(URI.create(url + "a%20b/1?q=one%2F&q=two&r"))
                        .header("Content-Type", "text/plain")
                        .header("Cookie", "a=1; b=2")
                        .header("X-Wanted", "Yes")
                        .header("User-Agent", "test")
                        .POST(HttpRequest.BodyPublishers.ofString("héllo"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        var event = event();
        assertThat(event.path("version").asString()).isEqualTo("2.0");
        assertThat(event.path("rawPath").asString()).isEqualTo("/a%20b/1");
        assertThat(event.path("rawQueryString").asString()).isEqualTo("q=one%2F&q=two&r");
        assertThat(event.path("queryStringParameters").toString())
                .isEqualTo("{\"q\":\"one/,two\",\"r\":\"\"}");
        assertThat(event.path("cookies").toString()).isEqualTo("[\"a=1\",\"b=2\"]");
        assertThat(event.path("headers").path("x-wanted").asString()).isEqualTo("Yes");
        assertThat(event.path("headers").has("cookie")).isFalse();
        assertThat(event.path("body").asString()).isEqualTo("héllo");
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
        var context = event.path("requestContext");
        assertThat(context.path("accountId").asString()).isEqualTo("anonymous");
        assertThat(context.path("stage").asString()).isEqualTo("$default");
        assertThat(context.path("http").toString())
                .isEqualTo(
                        "{\"method\":\"POST\",\"path\":\"/a%20b/1\",\"protocol\":\"HTTP/1.1\",\"sourceIp\":\"127.0.0.1\",\"userAgent\":\"test\"}");
    }

    @Test
    void what_is_no_text_comes_in_base64() throws Exception {
        var url = open("shop");

        client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {0, 1, -1}))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(event().path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(Base64.getDecoder().decode(event().path("body").asString()))
                .containsExactly(0, 1, -1);
    }

    @Test
    void it_has_a_name_of_its_own() throws Exception {
        var id = create("NONE", InvokeMode.BUFFERED);
        allow("lambda:InvokeFunctionUrl");
        allow("lambda:InvokeFunction");
        cloud.runtimes.body = (_, _) -> "\"hello\"";

        var answer =
                raw(
                        "GET /there HTTP/1.1\r\nHost: %s.lambda-url.eu-west-1.localhost:%d\r\nConnection: close\r\n\r\n"
                                .formatted(id, cloud.server.port()));

        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("hello");
        assertThat(event().path("requestContext").path("domainName").asString())
                .isEqualTo(id + ".lambda-url.eu-west-1.localhost");
    }

    // ---- what the caller gets

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

    // ---- CORS

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

    // ---- fixtures

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

    private String open(String function) {
        var url = path(create("NONE", InvokeMode.BUFFERED));
        allow("lambda:InvokeFunctionUrl");
        allow("lambda:InvokeFunction");
        return url;
    }

    private String create(String authType, InvokeMode mode) {
        cloud.lambda.createFunctionUrlConfig(
                url -> url.functionName("shop").authType(authType).invokeMode(mode));
        return id();
    }

    private String id() {
        var url =
                cloud.lambda
                        .getFunctionUrlConfig(named -> named.functionName("shop"))
                        .functionUrl();
        return url.replaceAll(".*?([a-z2-7]{32}).*", "$1");
    }

    private String path(String id) {
        return cloud.server.uri() + "/_aws/lambda-url/eu-west-1/" + id + "/";
    }

    private void allow(String action) {
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

    private JsonNode event() {
        return JSON.readTree(cloud.runtimes.runs.getLast().event());
    }

    private HttpResponse<String> get(String url) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> from(String url, String origin) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(url)).header("Origin", origin).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> preflight(String url, String origin) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "POST")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> signed(String url, String secret) throws Exception {
        return signed(url, cloud.key.id(), secret);
    }

    private HttpResponse<String> signed(String url, String keyId, String secret) throws Exception {
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

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", cloud.server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
