package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigateway.model.CreateUsagePlanRequest;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.QuotaPeriodType;

/// Keys by which clients are metered, and how much they may have.
class UsagePlansTest {

    private final ApiCloud cloud = new ApiCloud();
    private String api = "";
    private String echo = "";

    @BeforeEach
    void open() {
        cloud.sandbox().clock().freeze();
        echo = cloud.function("echo");
        cloud.functions.script("echo", _ -> "{\"body\":\"hello\"}");
        api = cloud.api("shop");
        cloud.proxy(api, "/keyed", "GET", echo, method -> method.apiKeyRequired(true));
        cloud.proxy(api, "/free", "GET", echo);
        cloud.deploy(api, "dev");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private String plan(Consumer<CreateUsagePlanRequest.Builder> more) {
        return cloud.gateway
                .createUsagePlan(request -> {
                    request.name("plan").apiStages(stage -> stage.apiId(api).stage("dev"));
                    more.accept(request);
                })
                .id();
    }

    /// The value of a new key that a plan counts for.
    private String key(String plan) {
        var key = cloud.gateway.createApiKey(request -> request.name("ann").enabled(true));
        cloud.gateway.createUsagePlanKey(
                request -> request.usagePlanId(plan).keyId(key.id()).keyType("API_KEY"));
        return key.value();
    }

    private HttpResponse<String> get(String path, String key) {
        return cloud.call(
                api, "GET", "/dev" + path, "", request -> request.header("x-api-key", key));
    }

    private static void is(HttpResponse<String> answer, int status, String message, String type) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("{\"message\":\"" + message + "\"}");
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains(type);
    }

    @Test
    void a_method_that_wants_a_key_is_forbidden_without_one_of_a_plan() {
        var loose = cloud.gateway.createApiKey(request -> request.name("loose").enabled(true));
        var key = key(plan(_ -> {}));

        is(cloud.call(api, "/dev/keyed"), 403, "Forbidden", "ForbiddenException");
        is(get("/keyed", "no-such-key-in-this-account"), 403, "Forbidden", "ForbiddenException");
        is(get("/keyed", loose.value()), 403, "Forbidden", "ForbiddenException");
        assertThat(get("/keyed", key).statusCode()).isEqualTo(200);
        assertThat(
                        cloud.functions
                                .events("echo")
                                .getLast()
                                .path("requestContext")
                                .path("identity")
                                .path("apiKey")
                                .asString())
                .isEqualTo(key);
        assertThat(cloud.call(api, "/dev/free").statusCode()).isEqualTo(200);
    }

    @Test
    void a_key_that_is_disabled_opens_nothing() {
        var value = key(plan(_ -> {}));
        var id = cloud.gateway.getApiKeys(r -> r.includeValues(true)).items().getFirst().id();
        cloud.gateway.updateApiKey(request ->
                request.apiKey(id)
                        .patchOperations(
                                patch -> patch.op(Op.REPLACE).path("/enabled").value("false")));

        is(get("/keyed", value), 403, "Forbidden", "ForbiddenException");
    }

    @Test
    void a_plan_lets_so_many_through_at_once_and_so_many_a_second() {
        var key = key(plan(request -> request.throttle(t -> t.burstLimit(3).rateLimit(2.0))));
        for (int i = 0; i < 3; i++) {
            assertThat(get("/keyed", key).statusCode()).isEqualTo(200);
        }

        is(get("/keyed", key), 429, "Too Many Requests", "TooManyRequestsException");

        cloud.sandbox().clock().advance(Duration.ofMillis(500));
        assertThat(get("/keyed", key).statusCode()).isEqualTo(200);
        is(get("/keyed", key), 429, "Too Many Requests", "TooManyRequestsException");
    }

    @Test
    void a_quota_ends_with_its_period() {
        var plan = plan(request -> request.quota(q -> q.limit(2).period(QuotaPeriodType.DAY)));
        var key = key(plan);
        get("/keyed", key);
        get("/keyed", key);

        is(get("/keyed", key), 429, "Limit Exceeded", "LimitExceededException");

        var today = LocalDate.ofInstant(cloud.sandbox().clock().now(), ZoneOffset.UTC).toString();
        var usage =
                cloud.gateway.getUsage(
                        request -> request.usagePlanId(plan).startDate(today).endDate(today));
        assertThat(usage.items().values()).containsExactly(List.of(List.of(2L, 0L)));

        cloud.sandbox().clock().advance(Duration.ofDays(1));
        assertThat(get("/keyed", key).statusCode()).isEqualTo(200);
    }

    @Test
    void more_can_be_granted_until_then() {
        var plan = plan(request -> request.quota(q -> q.limit(1).period(QuotaPeriodType.MONTH)));
        var value = key(plan);
        var id = cloud.gateway.getUsagePlanKeys(r -> r.usagePlanId(plan)).items().getFirst().id();
        get("/keyed", value);

        cloud.gateway.updateUsage(request ->
                request.usagePlanId(plan)
                        .keyId(id)
                        .patchOperations(
                                patch -> patch.op(Op.REPLACE).path("/remaining").value("1")));

        assertThat(get("/keyed", value).statusCode()).isEqualTo(200);
        is(get("/keyed", value), 429, "Limit Exceeded", "LimitExceededException");
    }

    @Test
    void a_limit_of_a_method_holds_whatever_the_plan_has() {
        var key = key(plan(request -> request.throttle(t -> t.burstLimit(100).rateLimit(100.0))));
        cloud.gateway.updateStage(request ->
                request.restApiId(api)
                        .stageName("dev")
                        .patchOperations(
                                patch ->
                                        patch.op(Op.REPLACE)
                                                .path("/~1keyed/GET/throttling/burstLimit")
                                                .value("1"),
                                patch ->
                                        patch.op(Op.REPLACE)
                                                .path("/~1keyed/GET/throttling/rateLimit")
                                                .value("1")));

        assertThat(get("/keyed", key).statusCode()).isEqualTo(200);
        is(get("/keyed", key), 429, "Too Many Requests", "TooManyRequestsException");
        assertThat(get("/free", key).statusCode()).isEqualTo(200);
    }

    @Test
    void a_plan_has_stages_that_are_there() {
        var plan = plan(_ -> {});

        assertThatThrownBy(() -> stage(plan, Op.ADD, api + ":nowhere"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining(
                        "Invalid API Stage {api: %s, stage: nowhere} specified for usageplan %s"
                                .formatted(api, plan));
        assertThatThrownBy(() -> stage(plan, Op.ADD, "nonsense"))
                .hasMessageContaining("Invalid API Stage specified");
        stage(plan, Op.REMOVE, api + ":dev");
        cloud.gateway.deleteUsagePlan(request -> request.usagePlanId(plan));
        assertThatThrownBy(() -> cloud.gateway.getUsagePlan(request -> request.usagePlanId(plan)))
                .hasMessageContaining("Invalid Usage Plan ID specified");
    }

    private void stage(String plan, Op op, String stage) {
        cloud.gateway.updateUsagePlan(request ->
                request.usagePlanId(plan)
                        .patchOperations(patch -> patch.op(op).path("/apiStages").value(stage)));
    }

    @Test
    void keys_are_as_long_as_aws_wants_them_and_show_their_value_when_asked() {
        assertThatThrownBy(() -> cloud.gateway.createApiKey(request -> request.value("short")))
                .hasMessageContaining("API Key value should be at least 20 characters");
        var key = cloud.gateway.createApiKey(request -> request.name("ann"));

        assertThat(key.enabled()).isFalse();
        assertThat(key.value()).hasSize(40);
        assertThat(cloud.gateway.getApiKey(request -> request.apiKey(key.id())).value()).isNull();
        assertThat(
                        cloud.gateway
                                .getApiKey(request -> request.apiKey(key.id()).includeValue(true))
                                .value())
                .isEqualTo(key.value());
        assertThat(cloud.gateway.getApiKeys(request -> request.nameQuery("an")).items()).hasSize(1);
        assertThat(cloud.gateway.getApiKeys(request -> request.nameQuery("nn")).items()).isEmpty();
    }

    @Test
    void keys_are_imported_from_a_file_and_lines_that_are_wrong_are_told() {
        var plan = cloud.gateway.createUsagePlan(request -> request.name("imported")).id();
        var file =
                """
                Name,key,description,Enabled,usageplanIds
                first,abcdefghij0123456789,"one, quoted",TRUE,"%s"
                second,abcdefghij0123456780,,false,
                short,abc,,true,
                """
                        .formatted(plan);

        var imported =
                cloud.gateway.importApiKeys(
                        request -> request.format("csv").body(SdkBytes.fromUtf8String(file)));

        assertThat(imported.ids()).hasSize(2);
        assertThat(imported.warnings())
                .containsExactly("short: API Key value should be at least 20 characters");
        var first =
                cloud.gateway.getApiKey(
                        request -> request.apiKey(imported.ids().getFirst()).includeValue(true));
        assertThat(first.value()).isEqualTo("abcdefghij0123456789");
        assertThat(first.description()).isEqualTo("one, quoted");
        assertThat(first.enabled()).isTrue();
        assertThat(cloud.gateway.getUsagePlanKeys(request -> request.usagePlanId(plan)).items())
                .singleElement()
                .satisfies(each -> assertThat(each.id()).isEqualTo(first.id()));
        assertThat(
                        cloud.gateway
                                .getApiKey(request -> request.apiKey(imported.ids().getLast()))
                                .enabled())
                .isFalse();
    }
}
