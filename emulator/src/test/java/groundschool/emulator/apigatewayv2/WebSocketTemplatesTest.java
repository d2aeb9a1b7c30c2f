package groundschool.emulator.apigatewayv2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.apigateway.ApiCloud;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigatewayv2.model.BadRequestException;
import software.amazon.awssdk.services.apigatewayv2.model.IntegrationType;

/// What templates and models do with the messages of WebSocket APIs.
class WebSocketTemplatesTest extends SocketFixture {

    @Test
    void a_mock_answers_by_its_templates() {
        var api = api();
        var integration =
                gateway.createIntegration(request ->
                                request.apiId(api)
                                        .integrationType(IntegrationType.MOCK)
                                        .requestTemplates(Map.of("200", "{\"statusCode\":200}"))
                                        .templateSelectionExpression("200"))
                        .integrationId();
        gateway.createIntegrationResponse(request ->
                request.apiId(api)
                        .integrationId(integration)
                        .integrationResponseKey("/2\\d\\d/")
                        .templateSelectionExpression("\\$default")
                        .responseTemplates(
                                Map.of(
                                        "$default",
                                        "{\"pong\":\"$context.connectionId\",\"in\":\"$stageVariables.colour\"}")));
        route(api, "ping", integration);
        answer(api, "ping");
        stage(api);

        try (var client = connect(api)) {
            assertThat(client.say("{\"action\":\"ping\"}").hear())
                    .matches("\\{\"pong\":\"[\\w-]{15}=\",\"in\":\"red\"}");
        }
    }

    @Test
    void a_template_makes_the_event_of_a_function_that_is_no_proxy() {
        var api = api();
        var arn = cloud.function("custom");
        cloud.functions.script("custom", event -> "{\"seen\":%s}".formatted(event));
        var integration =
                gateway.createIntegration(request ->
                                request.apiId(api)
                                        .integrationType(IntegrationType.AWS)
                                        .integrationMethod("POST")
                                        .integrationUri(ApiCloud.uri(arn))
                                        .requestTemplates(
                                                Map.of("$default", "{\"n\":$input.json('$.n')}")))
                        .integrationId();
        route(api, "$default", integration);
        answer(api, "$default");
        stage(api);

        try (var client = connect(api)) {
            assertThat(client.say("{\"n\":5}").hear()).isEqualTo("{\"seen\":{\"n\":5}}");
        }
    }

    @Test
    void a_message_that_is_not_as_its_model_says_is_refused() {
        var api = chat();
        answer(api, "send");
        gateway.createModel(request ->
                request.apiId(api)
                        .name("Order")
                        .schema(
                                "{\"type\":\"object\",\"required\":[\"n\"],\"properties\":{\"n\":{\"type\":\"integer\"}}}"));
        var route =
                gateway.getRoutes(request -> request.apiId(api)).items().stream()
                        .filter(each -> each.routeKey().equals("send"))
                        .findFirst()
                        .orElseThrow();
        gateway.updateRoute(request ->
                request.apiId(api)
                        .routeId(route.routeId())
                        .modelSelectionExpression("$request.body.action")
                        .requestModels(Map.of("send", "Order")));
        cloud.functions.script("chat", _ -> "{\"statusCode\":200,\"body\":\"taken\"}");

        try (var client = connect(api)) {
            assertThat(client.say("{\"action\":\"send\",\"n\":\"x\"}").hear())
                    .startsWith("{\"message\": \"Invalid request body\", \"connectionId\":\"");
            assertThat(client.say("{\"action\":\"send\",\"n\":1}").hear()).isEqualTo("taken");
        }
        assertThatThrownBy(() ->
                        gateway.createModel(
                                request -> request.apiId(api).name("Bad").schema("no schema")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("Invalid model schema specified");
        assertThatThrownBy(() ->
                        gateway.updateRoute(request ->
                                request.apiId(api)
                                        .routeId(route.routeId())
                                        .requestModels(Map.of("send", "Other"))))
                .isInstanceOf(BadRequestException.class);
        var model = gateway.getModels(request -> request.apiId(api)).items().getFirst();
        gateway.updateModel(request ->
                request.apiId(api).modelId(model.modelId()).schema("{\"type\":\"object\"}"));
        assertThat(gateway.getModel(r -> r.apiId(api).modelId(model.modelId())).schema())
                .isEqualTo("{\"type\":\"object\"}");
        gateway.deleteModel(request -> request.apiId(api).modelId(model.modelId()));
        assertThat(gateway.getModels(request -> request.apiId(api)).items()).isEmpty();
    }
}
