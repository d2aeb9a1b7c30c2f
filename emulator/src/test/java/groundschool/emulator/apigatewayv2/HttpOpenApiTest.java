package groundschool.emulator.apigatewayv2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.apigateway.ApiCloud;
import groundschool.emulator.wire.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.AuthorizationType;
import software.amazon.awssdk.services.apigatewayv2.model.BadRequestException;
import software.amazon.awssdk.services.apigatewayv2.model.Route;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// HTTP APIs from OpenAPI documents, and documents from them.
class HttpOpenApiTest {

    private final ApiCloud cloud = new ApiCloud();
    private final ApiGatewayV2Client gateway =
            cloud.client(
                    ApiGatewayV2Client.builder().httpClientBuilder(Apache5HttpClient.builder()));
    private final String function = cloud.function("echo");

    @AfterEach
    void close() {
        gateway.close();
        cloud.close();
    }

    private String document() {
        return """
        openapi: 3.0.1
        info: { title: bakery, version: "7", description: bread }
        servers:
          - url: https://example.com/v1
        tags:
          - { name: team, x-amazon-apigateway-tag-value: oven }
        paths:
          /orders/{id}:
            get:
              operationId: readOrder
              security: [ { people: [ "orders/read" ] } ]
              x-amazon-apigateway-integration: { $ref: "#/components/x-amazon-apigateway-integrations/echo" }
            x-amazon-apigateway-any-method:
              security: [ { signed: [] } ]
              x-amazon-apigateway-integration: { $ref: "#/components/x-amazon-apigateway-integrations/echo" }
          /$default:
            x-amazon-apigateway-any-method:
              isDefaultRoute: true
              x-amazon-apigateway-integration:
                type: http_proxy
                httpMethod: GET
                uri: http://localhost:9/
                requestParameters: { "overwrite:path": /x }
        components:
          securitySchemes:
            people:
              type: oauth2
              flows: {}
              x-amazon-apigateway-authorizer:
                type: jwt
                identitySource: $request.header.Authorization
                jwtConfiguration: { issuer: "https://issuer.example", audience: [ a ] }
            signed:
              type: apiKey
              name: Authorization
              in: header
              x-amazon-apigateway-authtype: awsSigv4
          x-amazon-apigateway-integrations:
            echo:
              type: aws_proxy
              httpMethod: POST
              payloadFormatVersion: "2.0"
              uri: %s
        x-amazon-apigateway-cors:
          allowOrigins: [ "https://shop.example" ]
          maxAge: 7
        """
                .formatted(ApiCloud.uri(function));
    }

    private String imported(String document) {
        return gateway.importApi(request -> request.body(document)).apiId();
    }

    private Route route(String api, String key) {
        return gateway.getRoutes(request -> request.apiId(api)).items().stream()
                .filter(each -> each.routeKey().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode exported(String api) {
        return Json.mapper()
                .readTree(
                        gateway.exportApi(request ->
                                        request.apiId(api)
                                                .specification("OAS30")
                                                .outputType("JSON"))
                                .body()
                                .asUtf8String());
    }

    @Test
    void a_document_becomes_routes_integrations_authorizers_and_cors() {
        var made = gateway.importApi(request -> request.body(document()));

        assertThat(made.name()).isEqualTo("bakery");
        assertThat(made.version()).isEqualTo("7");
        assertThat(made.protocolTypeAsString()).isEqualTo("HTTP");
        assertThat(made.corsConfiguration().allowOrigins()).containsExactly("https://shop.example");
        assertThat(made.tags()).containsEntry("team", "oven");
        var api = made.apiId();
        var read = route(api, "GET /orders/{id}");
        assertThat(read.authorizationType()).isEqualTo(AuthorizationType.JWT);
        assertThat(read.authorizationScopes()).containsExactly("orders/read");
        assertThat(read.operationName()).isEqualTo("readOrder");
        assertThat(route(api, "ANY /orders/{id}").authorizationType())
                .isEqualTo(AuthorizationType.AWS_IAM);
        assertThat(route(api, "$default").target()).isNotEqualTo(read.target());
        assertThat(gateway.getIntegrations(request -> request.apiId(api)).items()).hasSize(2);
        assertThat(gateway.getAuthorizers(request -> request.apiId(api)).items())
                .singleElement()
                .satisfies(each ->
                        assertThat(each.jwtConfiguration().issuer())
                                .isEqualTo("https://issuer.example"));
    }

    @Test
    void what_was_imported_answers() {
        var api = imported(document().replace("security: [ { signed: [] } ]", "security: []"));
        cloud.functions.script("echo", _ -> "{\"hello\":1}");
        gateway.createStage(request -> request.apiId(api).stageName("$default").autoDeploy(true));

        assertThat(cloud.call(api, "POST", "/orders/7", "x", _ -> {}).body())
                .isEqualTo("{\"hello\":1}");
    }

    @Test
    void an_exported_document_imported_again_is_the_same() {
        var first = exported(imported(document()));
        var again = exported(imported(first.toString()));

        assertThat(without(again)).isEqualTo(without(first));
        assertThat(first.path("openapi").asString()).isEqualTo("3.0.1");
        assertThat(first.at("/paths/~1orders~1{id}/get/parameters/0/name").asString())
                .isEqualTo("id");
        assertThat(
                        first.path("paths")
                                .path("/$default")
                                .path("x-amazon-apigateway-any-method")
                                .path("isDefaultRoute")
                                .asBoolean())
                .isTrue();
        assertThat(first.path("x-amazon-apigateway-importexport-version").asString())
                .isEqualTo("1.0");
    }

    private static JsonNode without(JsonNode document) {
        return ((ObjectNode) document.deepCopy()).without("servers");
    }

    @Test
    void a_document_without_extensions_has_none() {
        var api = imported(document());

        var plain =
                gateway.exportApi(request ->
                                request.apiId(api)
                                        .specification("OAS30")
                                        .outputType("YAML")
                                        .includeExtensions(false))
                        .body()
                        .asUtf8String();

        assertThat(plain).contains("openapi: \"3.0.1\"").doesNotContain("x-amazon-apigateway-int");
    }

    @Test
    void importing_again_replaces_what_was_there_and_shows_it() {
        var api = imported(document());
        gateway.createStage(request -> request.apiId(api).stageName("$default").autoDeploy(true));

        gateway.reimportApi(request ->
                request.apiId(api)
                        .basepath("prepend")
                        .body(
                                """
                                {"openapi":"3.0.1","info":{"title":"small","version":"1"},
                                 "servers":[{"url":"https://example.com/v1"}],
                                 "paths":{"/hi":{"get":{"x-amazon-apigateway-integration":
                                  {"type":"AWS_PROXY","payloadFormatVersion":"2.0","uri":"%s"}}}}}
                                """
                                        .formatted(ApiCloud.uri(function))));

        cloud.functions.script("echo", _ -> "{\"hi\":1}");
        assertThat(gateway.getRoutes(request -> request.apiId(api)).items())
                .singleElement()
                .satisfies(each -> assertThat(each.routeKey()).isEqualTo("GET /v1/hi"));
        assertThat(gateway.getApi(request -> request.apiId(api)).name()).isEqualTo("small");
        assertThat(cloud.call(api, "/v1/hi").body()).isEqualTo("{\"hi\":1}");
    }

    @Test
    void what_is_left_open_is_a_warning_and_what_is_no_document_is_refused() {
        var open =
                "{\"openapi\":\"3.0.1\",\"info\":{\"title\":\"t\",\"version\":\"1\"},\"paths\":{\"/a\":{\"get\":{}}}}";

        assertThat(gateway.importApi(request -> request.body(open)).warnings()).hasSize(1);
        int before = gateway.getApis().items().size();
        assertThatThrownBy(
                        () -> gateway.importApi(request -> request.body(open).failOnWarnings(true)))
                .isInstanceOf(BadRequestException.class);
        assertThat(gateway.getApis().items()).hasSize(before);
        for (var wrong : new String[] {"nothing", "{\"swagger\":\"2.0\",\"paths\":{}}"}) {
            assertThatThrownBy(() -> gateway.importApi(request -> request.body(wrong)))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("Invalid OpenAPI input.");
        }
    }
}
