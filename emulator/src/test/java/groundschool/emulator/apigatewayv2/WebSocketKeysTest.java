package groundschool.emulator.apigatewayv2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.apigateway.ApiCloud;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.CreateUsagePlanRequest;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.QuotaPeriodType;
import software.amazon.awssdk.services.apigatewayv2.model.AuthorizationType;
import software.amazon.awssdk.services.apigatewayv2.model.AuthorizerType;
import software.amazon.awssdk.services.apigatewayv2.model.BadRequestException;

/// API keys and usage plans of WebSocket APIs.
class WebSocketKeysTest extends SocketFixture {

    private void wantKey(String api, String routeKey) {
        var route =
                gateway.getRoutes(request -> request.apiId(api)).items().stream()
                        .filter(each -> each.routeKey().equals(routeKey))
                        .findFirst()
                        .orElseThrow()
                        .routeId();
        gateway.updateRoute(request -> request.apiId(api).routeId(route).apiKeyRequired(true));
    }

    /// The value of a key of a new plan for the API.
    private String key(String api, Consumer<CreateUsagePlanRequest.Builder> more) {
        var plan =
                cloud.gateway.createUsagePlan(request -> {
                    request.name("plan").apiStages(stage -> stage.apiId(api).stage("prod"));
                    more.accept(request);
                });
        var key = cloud.gateway.createApiKey(request -> request.name("ann").enabled(true));
        cloud.gateway.createUsagePlanKey(
                request -> request.usagePlanId(plan.id()).keyId(key.id()).keyType("API_KEY"));
        return key.value();
    }

    private SocketClient connectWith(String api, String key) {
        return SocketClient.connect(uri(api, "prod"), builder -> builder.header("x-api-key", key));
    }

    @Test
    void who_shows_no_key_of_a_plan_may_not_connect() {
        var api = chat();
        wantKey(api, "$connect");
        var key = key(api, _ -> {});

        assertThat(SocketClient.refusal(uri(api, "prod"), PLAIN)).isEqualTo(403);
        assertThat(
                        SocketClient.refusal(
                                uri(api, "prod"),
                                builder -> builder.header("x-api-key", "no-such-key-at-all")))
                .isEqualTo(403);
        try (var _ = connectWith(api, key)) {
            var identity = event("CONNECT").path("requestContext").path("identity");
            assertThat(identity.path("apiKey").asString()).isEqualTo(key);
            assertThat(identity.path("apiKeyId").asString()).hasSize(10);
        }
    }

    @Test
    void connecting_is_counted_and_ends_with_the_quota() {
        var api = chat();
        wantKey(api, "$connect");
        var key = key(api, plan -> plan.quota(quota -> quota.limit(1).period(QuotaPeriodType.DAY)));

        try (var _ = connectWith(api, key)) {
            assertThat(
                            SocketClient.refusal(
                                    uri(api, "prod"), builder -> builder.header("x-api-key", key)))
                    .isEqualTo(429);
        }
    }

    @Test
    void messages_are_counted_by_the_key_that_the_client_came_with() {
        var api = chat();
        wantKey(api, "send");
        answer(api, "send");
        cloud.functions.script("chat", _ -> "{\"statusCode\":200,\"body\":\"sent\"}");
        cloud.sandbox().clock().freeze();
        var key = key(api, plan -> plan.throttle(limit -> limit.burstLimit(2).rateLimit(0.001)));

        try (var client = connect(api)) {
            assertThat(client.say("{\"action\":\"send\"}").hear())
                    .startsWith("{\"message\": \"Forbidden\", \"connectionId\":");
        }
        try (var client = connectWith(api, key)) {
            assertThat(client.say("{\"action\":\"send\"}").hear()).isEqualTo("sent");
            assertThat(client.say("{\"action\":\"send\"}").hear()).isEqualTo("sent");
            assertThat(client.say("{\"action\":\"send\"}").hear())
                    .startsWith("{\"message\": \"Too Many Requests\", \"connectionId\":");
        }
    }

    @Test
    void an_authorizer_may_say_by_which_key_a_client_is_counted() {
        var api = chat();
        wantKey(api, "$connect");
        var key = key(api, _ -> {});
        var judge = cloud.function("judge");
        cloud.functions.script(
                "judge",
                event ->
                        """
                        {"principalId":"ada","usageIdentifierKey":"%s","policyDocument":{"Version":"2012-10-17",
                         "Statement":[{"Action":"execute-api:Invoke","Effect":"Allow","Resource":"*"}]}}
                        """
                                .formatted(
                                        event.path("queryStringParameters")
                                                .path("key")
                                                .asString()));
        var authorizer =
                gateway.createAuthorizer(request ->
                                request.apiId(api)
                                        .name("judge")
                                        .authorizerType(AuthorizerType.REQUEST)
                                        .authorizerUri(ApiCloud.uri(judge))
                                        .identitySource("route.request.querystring.key"))
                        .authorizerId();
        var route =
                gateway.getRoutes(request -> request.apiId(api)).items().stream()
                        .filter(each -> each.routeKey().equals("$connect"))
                        .findFirst()
                        .orElseThrow()
                        .routeId();
        gateway.updateRoute(request ->
                request.apiId(api)
                        .routeId(route)
                        .authorizationType(AuthorizationType.CUSTOM)
                        .authorizerId(authorizer));
        gateway.updateApi(request ->
                request.apiId(api)
                        .apiKeySelectionExpression("$context.authorizer.usageIdentifierKey"));

        assertThat(SocketClient.refusal(uri(api, "prod?key=nobody"), PLAIN)).isEqualTo(403);
        try (var _ = SocketClient.connect(uri(api, "prod?key=" + key), PLAIN)) {
            assertThat(
                            event("CONNECT")
                                    .path("requestContext")
                                    .path("identity")
                                    .path("apiKey")
                                    .asString())
                    .isEqualTo(key);
        }
    }

    @Test
    void keys_are_looked_for_in_two_places_only() {
        var api = api();

        assertThat(gateway.getApi(request -> request.apiId(api)).apiKeySelectionExpression())
                .isEqualTo("$request.header.x-api-key");
        assertThatThrownBy(() ->
                        gateway.updateApi(request ->
                                request.apiId(api)
                                        .apiKeySelectionExpression("$request.header.key")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("Invalid ApiKeySelectionExpression specified");
    }

    @Test
    void a_plan_is_for_stages_of_websocket_apis_that_are_there() {
        var api = chat();
        var plan = cloud.gateway.createUsagePlan(request -> request.name("plan")).id();

        cloud.gateway.updateUsagePlan(request ->
                request.usagePlanId(plan)
                        .patchOperations(
                                patch -> patch.op(Op.ADD).path("/apiStages").value(api + ":prod")));
        assertThatThrownBy(() ->
                        cloud.gateway.updateUsagePlan(request ->
                                request.usagePlanId(plan)
                                        .patchOperations(patch ->
                                                patch.op(Op.ADD)
                                                        .path("/apiStages")
                                                        .value(api + ":dev"))))
                .isInstanceOf(NotFoundException.class);
    }
}
