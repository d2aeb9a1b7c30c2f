package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.wire.Json;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.Model;
import software.amazon.awssdk.services.apigateway.model.PutMode;
import software.amazon.awssdk.services.apigateway.model.Resource;
import tools.jackson.databind.node.ObjectNode;

/// APIs that come from OpenAPI documents, and become some.
class OpenApiTest {

    private static final String YAML =
            """
            openapi: 3.0.1
            info: {title: shop, version: "1.0"}
            servers:
              - url: "https://example.com/{basePath}"
                variables: {basePath: {default: v1}}
            paths:
              /orders/{id}:
                parameters:
                  - {name: id, in: path, required: true, schema: {type: string}}
                get:
                  operationId: getOrder
                  security: [{judge: []}]
                  responses:
                    "200": {description: ok, headers: {X-Made: {schema: {type: string}}}}
                  x-amazon-apigateway-integration:
                    type: mock
                    requestTemplates: {application/json: '{"statusCode": 200}'}
                    responses:
                      default:
                        statusCode: "200"
                        responseParameters: {method.response.header.X-Made: "'yes'"}
                        responseTemplates: {application/json: '{"id": "$context.path"}'}
                post:
                  x-amazon-apigateway-request-validator: all
                  security: [{api_key: []}]
                  requestBody:
                    content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}
                  responses: {"200": {description: ok}}
                  x-amazon-apigateway-integration:
                    type: mock
                    requestTemplates: {application/json: '{"statusCode": 200}'}
                    responses: {default: {statusCode: "200"}}
            components:
              schemas:
                Line: {type: object, required: [sku], properties: {sku: {type: string}}}
                Order: {type: array, items: {$ref: "#/components/schemas/Line"}}
              securitySchemes:
                api_key: {type: apiKey, name: x-api-key, in: header}
                judge:
                  type: apiKey
                  name: Auth
                  in: header
                  x-amazon-apigateway-authtype: custom
                  x-amazon-apigateway-authorizer:
                    type: token
                    authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:judge/invocations
                    authorizerResultTtlInSeconds: 60
            x-amazon-apigateway-request-validators:
              all: {validateRequestBody: true, validateRequestParameters: true}
            x-amazon-apigateway-gateway-responses:
              DEFAULT_4XX:
                responseParameters: {gatewayresponse.header.Access-Control-Allow-Origin: "'*'"}
            x-amazon-apigateway-binary-media-types: [image/png]
            """;

    private final ApiCloud cloud = new ApiCloud();

    @AfterEach
    void close() {
        cloud.close();
    }

    private String imported(String document) {
        return cloud.gateway
                .importRestApi(request -> request.body(SdkBytes.fromUtf8String(document)))
                .id();
    }

    private Resource order(String api) {
        return cloud
                .gateway
                .getResources(request -> request.restApiId(api).embed("methods"))
                .items()
                .stream()
                .filter(each -> each.path().equals("/orders/{id}"))
                .findFirst()
                .orElseThrow();
    }

    private static Method method(Resource resource, String verb) {
        return Objects.requireNonNull(resource.resourceMethods().get(verb));
    }

    @Test
    void a_document_becomes_an_api_that_answers() {
        var api = imported(YAML);
        var arn = cloud.function("judge");
        assertThat(arn).endsWith("judge");
        cloud.functions.script(
                "judge",
                _ ->
                        "{\"principalId\":\"a\",\"policyDocument\":{\"Version\":\"2012-10-17\",\"Statement\":[{\"Action\":\"*\",\"Effect\":\"Allow\",\"Resource\":\"*\"}]}}");
        cloud.deploy(api, "dev");

        var got =
                cloud.call(api, "GET", "/dev/orders/7", "", request -> request.header("Auth", "t"));
        assertThat(got.body()).isEqualTo("{\"id\": \"/dev/orders/7\"}");
        assertThat(got.headers().firstValue("X-Made")).contains("yes");
        var kept = cloud.call(api, "/dev/orders/7");
        assertThat(kept.statusCode()).isEqualTo(401);
        assertThat(kept.headers().firstValue("Access-Control-Allow-Origin")).contains("*");

        var order = order(api);
        assertThat(method(order, "GET").authorizationType()).isEqualTo("CUSTOM");
        assertThat(method(order, "GET").operationName()).isEqualTo("getOrder");
        assertThat(method(order, "POST").apiKeyRequired()).isTrue();
        assertThat(method(order, "POST").requestModels())
                .isEqualTo(Map.of("application/json", "Order"));
        assertThat(cloud.gateway.getRestApi(r -> r.restApiId(api)).binaryMediaTypes())
                .containsExactly("image/png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oas30", "swagger"})
    void what_is_exported_and_imported_again_is_the_same(String type) {
        var first = imported(YAML);
        cloud.deploy(first, "dev");
        var document = exported(first, type);

        var second = imported(document);
        cloud.deploy(second, "dev");

        assertThat(bare(exported(second, type), second)).isEqualTo(bare(document, first));
    }

    private String exported(String api, String type) {
        var export =
                cloud.gateway.getExport(request ->
                        request.restApiId(api)
                                .stageName("dev")
                                .exportType(type)
                                .parameters(Map.of("extensions", "apigateway"))
                                .accepts("application/json"));
        assertThat(export.contentType()).isEqualTo("application/octet-stream");
        return export.body().asUtf8String();
    }

    /// Without the id, which is each API's own.
    private static ObjectNode bare(String document, String api) {
        return (ObjectNode) Json.mapper().readTree(document.replace(api, "API"));
    }

    @Test
    void an_exported_document_says_what_aws_says() {
        var document =
                """
                {"swagger":"2.0","info":{"title":"shop","version":"7"},"paths":{"/orders":{"post":{
                 "parameters":[{"name":"z","in":"query","type":"string"},{"name":"a","in":"query","type":"string"},
                  {"in":"body","name":"Order","required":true,"schema":{"$ref":"#/definitions/Order"}}],
                 "responses":{"200":{"description":"fine"}},
                 "x-amazon-apigateway-integration":{"type":"http","httpMethod":"POST","uri":"http://localhost:9/",
                  "responses":{"default":{"statusCode":"200","responseTemplates":{"text/html":"<p>"}}}}}}},
                 "definitions":{"Order":{"type":"object"}}}
                """;
        var api = imported(document);
        cloud.deploy(api, "dev");

        assertThat(cloud.gateway.getModels(r -> r.restApiId(api)).items())
                .as("an API that is made of a document has its models only")
                .extracting(Model::name)
                .containsExactly("Order");
        var export =
                cloud.gateway.getExport(
                        r -> r.restApiId(api).stageName("dev").exportType("swagger"));
        assertThat(export.contentDisposition())
                .isEqualTo("attachment; filename=\"swagger_7.json\"");
        var second = Json.mapper().readTree(exported(api, "swagger")).at("/paths/~1orders/post");
        assertThat(second.path("consumes").toString()).isEqualTo("[\"application/json\"]");
        assertThat(second.path("produces").toString()).isEqualTo("[\"text/html\"]");
        assertThat(second.path("parameters").get(0).toString())
                .isEqualTo(
                        "{\"name\":\"z\",\"in\":\"query\",\"required\":false,\"type\":\"string\"}");
        assertThat(second.path("x-amazon-apigateway-integration").has("connectionType")).isFalse();
        var third = Json.mapper().readTree(exported(api, "oas30")).at("/paths/~1orders/post");
        assertThat(third.path("requestBody").path("required").asBoolean()).isTrue();
        assertThat(third.path("parameters").get(0).has("required")).isFalse();
    }

    @Test
    void a_base_path_stands_before_all_if_that_is_wanted() {
        var api =
                cloud.gateway
                        .importRestApi(request ->
                                request.body(SdkBytes.fromUtf8String(YAML))
                                        .parameters(Map.of("basepath", "prepend")))
                        .id();

        assertThat(cloud.gateway.getResources(r -> r.restApiId(api)).items())
                .anyMatch(each -> each.path().equals("/v1/orders/{id}"));
    }

    @Test
    void a_document_may_take_the_place_of_an_api() {
        var api = cloud.api("old");
        cloud.resource(api, "/gone");

        cloud.gateway.putRestApi(request ->
                request.restApiId(api).mode(PutMode.OVERWRITE).body(SdkBytes.fromUtf8String(YAML)));

        assertThat(cloud.gateway.getResources(r -> r.restApiId(api)).items())
                .noneMatch(each -> each.path().equals("/gone"))
                .anyMatch(each -> each.path().equals("/orders/{id}"));
        assertThat(cloud.gateway.getRestApi(r -> r.restApiId(api)).name()).isEqualTo("shop");
    }

    @Test
    void what_is_no_document_is_refused() {
        for (var body : new String[] {"{", "[]", "{\"paths\":{}}", "a: b"}) {
            assertThatThrownBy(() -> imported(body)).hasMessageContaining("Invalid OpenAPI input.");
        }
    }
}
