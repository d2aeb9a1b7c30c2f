package groundschool.emulator.apigateway;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// An API whose methods are made of templates.
abstract class TransformationFixture {

    final ApiCloud cloud = new ApiCloud();
    String api = "";

    @BeforeEach
    void open() {
        api = cloud.api("shop");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    void respond(String resource, String verb, String status, String pattern, String template) {
        cloud.gateway.putMethodResponse(request ->
                request.restApiId(api)
                        .resourceId(resource)
                        .httpMethod(verb)
                        .statusCode(status)
                        .responseParameters(
                                Map.of(
                                        "method.response.header.Access-Control-Allow-Origin", true,
                                        "method.response.header.X-Made", false)));
        cloud.gateway.putIntegrationResponse(request ->
                request.restApiId(api)
                        .resourceId(resource)
                        .httpMethod(verb)
                        .statusCode(status)
                        .selectionPattern(pattern)
                        .responseParameters(
                                Map.of("method.response.header.Access-Control-Allow-Origin", "'*'"))
                        .responseTemplates(
                                template.isEmpty()
                                        ? Map.of()
                                        : Map.of("application/json", template)));
    }

    String function(String template) {
        var arn = cloud.function("worker-fn");
        var resource = cloud.resource(api, "/oven/{kind}");
        cloud.method(
                api,
                resource,
                "POST",
                _ -> {},
                integration ->
                        integration
                                .type("AWS")
                                .integrationHttpMethod("POST")
                                .uri(ApiCloud.uri(arn))
                                .requestTemplates(Map.of("application/json", template)));
        respond(resource, "POST", "200", "", "");
        return resource;
    }
}
