package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.apigateway.model.AuthorizerType;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;
import software.amazon.awssdk.services.apigateway.model.PutIntegrationRequest;
import software.amazon.awssdk.services.apigateway.model.QuotaPeriodType;

/// Every way in which a REST API itself answers a client: status, body and `x-amzn-ErrorType`, to
/// the letter.
///
/// Source: [Gateway response
/// types](https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html);
/// recorded answers
class ErrorTableTest {

    private static final String PLAIN = "{\"message\":\"%s\"}";
    private static final String APART = "{\"message\": \"%s\"}";
    private static final String CAPITAL = "{\"Message\":\"%s\"}";
    private static final String INTERNAL = APART.formatted("Internal server error");
    private static final String INTERNAL_TYPE = "InternalServerErrorException";

    private final ApiCloud cloud = new ApiCloud();
    private String api = "";

    /// @param asked of the stage `dev`
    private record Row(String name, int status, String body, String type, Ask asked) {}

    private interface Ask {
        HttpResponse<String> of(ErrorTableTest test);
    }

    @BeforeEach
    void open() {
        cloud.sandbox().clock().freeze();
        api = cloud.api("errors");
        var echo = cloud.function("echo");
        cloud.functions.script("echo", _ -> "{\"statusCode\":200}");
        cloud.proxy(api, "/open", "POST", echo);
        cloud.proxy(api, "/iam", "GET", echo, method -> method.authorizationType("AWS_IAM"));
        cloud.proxy(api, "/keyed", "GET", echo, method -> method.apiKeyRequired(true));
        for (var name : new String[] {"judge", "strict", "broken"}) {
            guard(name, echo);
        }
        cloud.functions.script("judge", event -> verdict("Allow", "arn:aws:execute-api:*:*:x/*"));
        cloud.functions.script("strict", event -> verdict("Deny", "*"));
        cloud.functions.script("broken", _ -> "{\"principalId\":\"ann\"}");
        validate(echo);
        cloud.proxy(api, "/malformed", "GET", cloud.function("malformed"));
        cloud.functions.script("malformed", _ -> "[]");
        cloud.proxy(api, "/failing", "GET", cloud.function("failing"));
        cloud.functions.script(
                "failing", _ -> new ScriptedFunctions.Failure("{\"errorMessage\":\"x\"}"));
        cloud.proxy(api, "/forbidden", "GET", cloud.function("forbidden"));
        cloud.lambda.removePermission(
                request -> request.functionName("forbidden").statementId("api"));
        integrate("/nowhere", integration -> integration.uri("http://127.0.0.1:9/"), 1_000);
        cloud.method(
                api,
                cloud.resource(api, "/typed"),
                "POST",
                _ -> {},
                integration ->
                        integration
                                .type(IntegrationType.MOCK)
                                .requestTemplates(
                                        Map.of("application/json", "{\"statusCode\":200}"))
                                .passthroughBehavior("NEVER"));
        cloud.deploy(api, "dev");
    }

    private void guard(String name, String echo) {
        var judge = cloud.function(name);
        var id =
                cloud.gateway
                        .createAuthorizer(request ->
                                request.restApiId(api)
                                        .name(name)
                                        .type(AuthorizerType.TOKEN)
                                        .identitySource("method.request.header.Auth")
                                        .authorizerUri(ApiCloud.uri(judge)))
                        .id();
        cloud.proxy(
                api,
                "/" + name,
                "GET",
                echo,
                method -> method.authorizationType("CUSTOM").authorizerId(id));
    }

    private static String verdict(String effect, String resource) {
        return """
        {"principalId":"ann","policyDocument":{"Version":"2012-10-17","Statement":[
         {"Action":"execute-api:Invoke","Effect":"%s","Resource":"%s"}]}}
        """
                .formatted(effect, resource);
    }

    private void validate(String echo) {
        cloud.gateway.createModel(request ->
                request.restApiId(api)
                        .name("Order")
                        .contentType("application/json")
                        .schema("{\"type\":\"object\",\"required\":[\"n\"]}"));
        var validator =
                cloud.gateway
                        .createRequestValidator(request ->
                                request.restApiId(api)
                                        .name("all")
                                        .validateRequestBody(true)
                                        .validateRequestParameters(true))
                        .id();
        cloud.proxy(
                api,
                "/checked",
                "POST",
                echo,
                method ->
                        method.requestValidatorId(validator)
                                .requestModels(Map.of("application/json", "Order"))
                                .requestParameters(
                                        Map.of(
                                                "method.request.querystring.q", true,
                                                "method.request.header.h", true)));
    }

    private void integrate(String path, Consumer<PutIntegrationRequest.Builder> more, int timeout) {
        cloud.method(
                api,
                cloud.resource(api, path),
                "GET",
                _ -> {},
                integration -> {
                    integration
                            .type(IntegrationType.HTTP_PROXY)
                            .integrationHttpMethod("GET")
                            .timeoutInMillis(timeout);
                    more.accept(integration);
                });
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private HttpResponse<String> get(String path, String... headers) {
        return cloud.call(
                api,
                "GET",
                "/dev" + path,
                "",
                headers.length == 0 ? _ -> {} : request -> request.headers(headers));
    }

    private HttpResponse<String> post(
            String path, String body, Consumer<HttpRequest.Builder> more) {
        return cloud.call(api, "POST", "/dev" + path, body, more);
    }

    /// The value of a key of a plan that lets nobody through any more.
    private String usedUp(boolean byQuota) {
        var plan =
                cloud.gateway.createUsagePlan(request -> {
                    request.name("plan").apiStages(stage -> stage.apiId(api).stage("dev"));
                    if (byQuota) {
                        request.quota(quota -> quota.limit(1).period(QuotaPeriodType.DAY));
                    } else {
                        request.throttle(limit -> limit.burstLimit(1).rateLimit(1.0));
                    }
                });
        var key = cloud.gateway.createApiKey(request -> request.name("ann").enabled(true));
        cloud.gateway.createUsagePlanKey(
                request -> request.usagePlanId(plan.id()).keyId(key.id()).keyType("API_KEY"));
        assertThat(get("/keyed", "x-api-key", key.value()).statusCode()).isEqualTo(200);
        return key.value();
    }

    private static Stream<Row> rows() {
        return Stream.of(
                new Row(
                        "400: parameters are missing",
                        400,
                        APART.formatted("Missing required request parameters: [h, q]"),
                        "BadRequestException",
                        test -> test.post("/checked", "{}", _ -> {})),
                new Row(
                        "400: the body is not as the model says",
                        400,
                        APART.formatted("Invalid request body"),
                        "BadRequestException",
                        test ->
                                test.post(
                                        "/checked?q=1", "{}", request -> request.header("h", "1"))),
                new Row(
                        "401: there is no token",
                        401,
                        PLAIN.formatted("Unauthorized"),
                        "UnauthorizedException",
                        test -> test.get("/judge")),
                new Row(
                        "403: there is no such path",
                        403,
                        PLAIN.formatted("Missing Authentication Token"),
                        "MissingAuthenticationTokenException",
                        test -> test.get("/nothing")),
                new Row(
                        "403: nobody has signed",
                        403,
                        PLAIN.formatted("Missing Authentication Token"),
                        "MissingAuthenticationTokenException",
                        test -> test.get("/iam")),
                new Row(
                        "403: there is no key",
                        403,
                        PLAIN.formatted("Forbidden"),
                        "ForbiddenException",
                        test -> test.get("/keyed")),
                new Row(
                        "403: the policy of an authorizer does not allow it",
                        403,
                        CAPITAL.formatted("User is not authorized to access this resource"),
                        "AccessDeniedException",
                        test -> test.get("/judge", "Auth", "t")),
                new Row(
                        "403: the policy of an authorizer denies it",
                        403,
                        CAPITAL.formatted(
                                "User is not authorized to access this resource with an explicit deny"),
                        "AccessDeniedException",
                        test -> test.get("/strict", "Auth", "t")),
                new Row(
                        "413: the body is too long",
                        413,
                        PLAIN.formatted("Request Too Long"),
                        "RequestTooLargeException",
                        test -> test.post("/open", "x".repeat(10 * 1024 * 1024 + 1), _ -> {})),
                new Row(
                        "415: there is no template for the type",
                        415,
                        APART.formatted("Unsupported Media Type"),
                        "BadRequestException",
                        test ->
                                test.post(
                                        "/typed",
                                        "x",
                                        request -> request.header("Content-Type", "text/xml"))),
                new Row(
                        "429: too many at once",
                        429,
                        PLAIN.formatted("Too Many Requests"),
                        "TooManyRequestsException",
                        test -> test.get("/keyed", "x-api-key", test.usedUp(false))),
                new Row(
                        "429: the quota is used up",
                        429,
                        PLAIN.formatted("Limit Exceeded"),
                        "LimitExceededException",
                        test -> test.get("/keyed", "x-api-key", test.usedUp(true))),
                new Row(
                        "500: an authorizer answers nonsense",
                        500,
                        "{\"message\":null}",
                        "AuthorizerConfigurationException",
                        test -> test.get("/broken", "Auth", "t")),
                new Row(
                        "500: the function does not let the gateway call it",
                        500,
                        INTERNAL,
                        INTERNAL_TYPE,
                        test -> test.get("/forbidden")),
                new Row(
                        "502: the function answers nonsense",
                        502,
                        INTERNAL,
                        INTERNAL_TYPE,
                        test -> test.get("/malformed")),
                new Row(
                        "502: the function fails",
                        502,
                        INTERNAL,
                        INTERNAL_TYPE,
                        test -> test.get("/failing")),
                new Row(
                        "504: the endpoint cannot be reached",
                        504,
                        APART.formatted("Network error communicating with endpoint"),
                        INTERNAL_TYPE,
                        test -> test.get("/nowhere")),
                new Row(
                        "504: the endpoint takes too long",
                        504,
                        APART.formatted("Endpoint request timed out"),
                        INTERNAL_TYPE,
                        test -> test.slow()));
    }

    /// What is asked of a function that never answers in time.
    private HttpResponse<String> slow() {
        var never = new CountDownLatch(1);
        cloud.proxy(api, "/slow", "GET", cloud.function("slow"));
        cloud.functions.script(
                "slow",
                _ -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return "{}";
                });
        var resource = cloud.resource(api, "/slow");
        cloud.gateway.updateIntegration(request ->
                request.restApiId(api)
                        .resourceId(resource)
                        .httpMethod("GET")
                        .patchOperations(
                                patch -> patch.op("replace").path("/timeoutInMillis").value("50")));
        cloud.deploy(api, "dev");
        try {
            return get("/slow");
        } finally {
            never.countDown();
        }
    }

    @TestFactory
    Stream<DynamicTest> each_refusal_is_aws_s_to_the_letter() {
        return rows().map(row ->
                DynamicTest.dynamicTest(
                        row.name(),
                        () -> {
                            var answer = row.asked().of(this);

                            assertThat(answer.statusCode()).isEqualTo(row.status());
                            assertThat(answer.body()).isEqualTo(row.body());
                            assertThat(answer.headers().firstValue("x-amzn-ErrorType"))
                                    .contains(row.type());
                            assertThat(answer.headers().firstValue("Content-Type"))
                                    .contains("application/json");
                            assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
                            assertThat(answer.headers().firstValue("x-amz-apigw-id")).isPresent();
                        }));
    }
}
