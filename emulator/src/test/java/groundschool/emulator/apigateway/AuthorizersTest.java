package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.AuthorizerType;
import software.amazon.awssdk.services.apigateway.model.CreateAuthorizerRequest;

/// Who may call a method: as functions, signatures and policies decide.
class AuthorizersTest extends AuthorizersFixture {

    private void guard(AuthorizerType type, Consumer<CreateAuthorizerRequest.Builder> more) {
        var id =
                cloud.gateway
                        .createAuthorizer(request -> {
                            request.restApiId(api)
                                    .name("judge")
                                    .type(type)
                                    .authorizerUri(ApiCloud.uri(judge))
                                    .identitySource("method.request.header.Auth");
                            more.accept(request);
                        })
                        .id();
        cloud.proxy(
                api,
                "/a/{x}",
                "GET",
                echo,
                method -> method.authorizationType("CUSTOM").authorizerId(id));
        cloud.proxy(
                api,
                "/b",
                "GET",
                echo,
                method -> method.authorizationType("CUSTOM").authorizerId(id));
        cloud.deploy(api, "dev");
    }

    private HttpResponse<String> get(String path, String token) {
        return cloud.call(api, "GET", "/dev" + path, "", request -> request.header("Auth", token));
    }

    private int asked() {
        return cloud.functions.events("judge").size();
    }

    @Test
    void a_token_is_shown_to_the_function_and_its_context_reaches_the_backend() {
        guard(AuthorizerType.TOKEN, _ -> {});

        assertThat(get("/a/1", "t").statusCode()).isEqualTo(200);

        assertThat(cloud.functions.events("judge").getFirst().toString())
                .isEqualTo(
                        "{\"type\":\"TOKEN\",\"methodArn\":\"arn:aws:execute-api:eu-west-1:111122223333:%s/dev/GET/a/1\",\"authorizationToken\":\"t\"}"
                                .formatted(api));
        var authorizer =
                cloud.functions.events("echo").getFirst().path("requestContext").path("authorizer");
        assertThat(authorizer.path("principalId").asString()).isEqualTo("ann");
        assertThat(authorizer.path("level").isString()).isTrue();
        assertThat(authorizer.path("level").asString()).isEqualTo("7");
        assertThat(authorizer.path("vip").asString()).isEqualTo("true");
        assertThat(authorizer.path("integrationLatency").isNumber()).isTrue();
    }

    @Test
    void without_a_token_nobody_is_asked() {
        guard(AuthorizerType.TOKEN, _ -> {});

        var answer = cloud.call(api, "/dev/a/1");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
        assertThat(answer.headers().firstValue("x-amzn-ErrorType"))
                .contains("UnauthorizedException");
        assertThat(asked()).isZero();
    }

    @Test
    void a_token_that_does_not_look_like_one_is_not_shown() {
        guard(AuthorizerType.TOKEN, request -> request.identityValidationExpression("^Bearer .+$"));

        assertThat(get("/a/1", "t").statusCode()).isEqualTo(401);
        assertThat(asked()).isZero();
        assertThat(get("/a/1", "Bearer t").statusCode()).isEqualTo(200);
    }

    @Test
    void who_is_denied_is_told_whether_by_name() {
        guard(AuthorizerType.TOKEN, _ -> {});
        cloud.functions.script(
                "judge", event -> verdict("Deny", event.path("methodArn").asString()));
        var denied = get("/a/1", "no");
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.body())
                .isEqualTo(
                        "{\"Message\":\"User is not authorized to access this resource with an explicit deny\"}");
        assertThat(denied.headers().firstValue("x-amzn-ErrorType"))
                .contains("AccessDeniedException");

        cloud.functions.script("judge", _ -> verdict("Allow", "arn:aws:execute-api:*:*:other/*"));
        assertThat(get("/a/1", "other").body())
                .isEqualTo("{\"Message\":\"User is not authorized to access this resource\"}");
    }

    @Test
    void a_policy_is_remembered_for_all_methods_until_its_time_is_over() {
        guard(AuthorizerType.TOKEN, request -> request.authorizerResultTtlInSeconds(60));
        cloud.sandbox().clock().freeze();

        assertThat(get("/a/1", "t").statusCode()).isEqualTo(200);
        assertThat(get("/a/1", "t").statusCode()).isEqualTo(200);
        assertThat(get("/b", "t").statusCode()).as("the policy was for /a/1 only").isEqualTo(403);
        assertThat(asked()).isEqualTo(1);
        assertThat(get("/a/1", "another").statusCode()).isEqualTo(200);
        assertThat(asked()).isEqualTo(2);

        cloud.sandbox().clock().advance(Duration.ofSeconds(61));
        assertThat(get("/b", "t").statusCode()).isEqualTo(200);
        assertThat(asked()).isEqualTo(3);
    }

    @Test
    void with_no_time_to_live_each_request_asks() {
        guard(AuthorizerType.TOKEN, request -> request.authorizerResultTtlInSeconds(0));

        get("/a/1", "t");
        get("/a/1", "t");

        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void a_request_is_shown_whole_if_all_that_identifies_it_is_there() {
        guard(
                AuthorizerType.REQUEST,
                request ->
                        request.identitySource(
                                "method.request.header.Auth, method.request.querystring.q"));

        assertThat(get("/a/1", "t").statusCode()).isEqualTo(401);
        assertThat(asked()).isZero();
        assertThat(get("/a/1?q=1", "t").statusCode()).isEqualTo(200);
        var event = cloud.functions.events("judge").getFirst();
        assertThat(event.path("type").asString()).isEqualTo("REQUEST");
        assertThat(event.path("queryStringParameters").toString()).isEqualTo("{\"q\":\"1\"}");
        assertThat(event.path("pathParameters").toString()).isEqualTo("{\"x\":\"1\"}");
        assertThat(event.path("requestContext").path("stage").asString()).isEqualTo("dev");
    }

    @Test
    void a_function_may_say_unauthorized_by_failing_with_that_word() {
        guard(AuthorizerType.TOKEN, _ -> {});
        cloud.functions.script(
                "judge", _ -> new ScriptedFunctions.Failure("{\"errorMessage\":\"Unauthorized\"}"));

        assertThat(get("/a/1", "t").statusCode()).isEqualTo(401);
        assertThat(get("/a/1", "t").body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    }

    @Test
    void a_function_that_fails_or_answers_nonsense_is_a_wrong_configuration() {
        guard(AuthorizerType.TOKEN, _ -> {});
        for (var answer :
                new Object[] {
                    new ScriptedFunctions.Failure("{\"errorMessage\":\"boom\"}"),
                    "\"yes\"",
                    "{\"principalId\":\"ann\"}",
                    "{\"principalId\":\"ann\",\"policyDocument\":{\"Version\":\"2012-10-17\",\"Statement\":[{}]}}",
                    verdict("Allow", "*").replace("7", "{\"a\":1}")
                }) {
            cloud.functions.script("judge", _ -> answer);

            var got = get("/a/1", "t");

            assertThat(got.statusCode()).as("%s", answer).isEqualTo(500);
            assertThat(got.body()).isEqualTo("{\"message\":null}");
            assertThat(got.headers().firstValue("x-amzn-ErrorType"))
                    .contains("AuthorizerConfigurationException");
        }
    }

    @Test
    void the_gateway_needs_leave_to_call_the_function_of_an_authorizer() {
        guard(AuthorizerType.TOKEN, _ -> {});
        cloud.lambda.removePermission(request -> request.functionName("judge").statementId("api"));
        assertThat(get("/a/1", "t").statusCode()).isEqualTo(500);

        cloud.lambda.addPermission(request ->
                request.functionName("judge")
                        .statementId("own")
                        .action("lambda:InvokeFunction")
                        .principal("apigateway.amazonaws.com")
                        .sourceArn(
                                "arn:aws:execute-api:eu-west-1:111122223333:"
                                        + api
                                        + "/authorizers/*"));
        assertThat(get("/a/1", "t").statusCode()).isEqualTo(200);
    }
}
