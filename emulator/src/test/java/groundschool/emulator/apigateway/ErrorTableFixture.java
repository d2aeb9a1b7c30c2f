package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.apigateway.model.AuthorizerType;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;
import software.amazon.awssdk.services.apigateway.model.PutIntegrationRequest;
import software.amazon.awssdk.services.apigateway.model.QuotaPeriodType;

/// An API of which every method goes wrong in a way of its own.
abstract class ErrorTableFixture {

    static final String PLAIN = "{\"message\":\"%s\"}";
    static final String APART = "{\"message\": \"%s\"}";
    static final String CAPITAL = "{\"Message\":\"%s\"}";
    static final String INTERNAL = APART.formatted("Internal server error");
    static final String INTERNAL_TYPE = "InternalServerErrorException";

    final ApiCloud cloud = new ApiCloud();
    String api = "";

    /// @param asked of the stage `dev`
    record Row(String name, int status, String body, String type, Ask asked) {}

    interface Ask {
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

    void guard(String name, String echo) {
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

    static String verdict(String effect, String resource) {
        return """
        {"principalId":"ann","policyDocument":{"Version":"2012-10-17","Statement":[
         {"Action":"execute-api:Invoke","Effect":"%s","Resource":"%s"}]}}
        """
                .formatted(effect, resource);
    }

    void validate(String echo) {
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

    void integrate(String path, Consumer<PutIntegrationRequest.Builder> more, int timeout) {
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

    HttpResponse<String> get(String path, String... headers) {
        return cloud.call(
                api,
                "GET",
                "/dev" + path,
                "",
                headers.length == 0 ? _ -> {} : request -> request.headers(headers));
    }

    HttpResponse<String> post(String path, String body, Consumer<HttpRequest.Builder> more) {
        return cloud.call(api, "POST", "/dev" + path, body, more);
    }

    /// The value of a key of a plan that lets nobody through any more.
    String usedUp(boolean byQuota) {
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

    /// What is asked of a function that never answers in time.
    HttpResponse<String> slow() {
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
}
