package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Methods and authorizers that are tried without a deployment.
class TestInvokeTest extends StageFixture {

    @Test
    void a_method_is_tried_without_a_deployment() {
        var resource = cloud.resource(api, "/tried/{id}");
        cloud.method(
                api,
                resource,
                "GET",
                method -> method.authorizationType("AWS_IAM"),
                integration ->
                        integration
                                .type("MOCK")
                                .requestTemplates(
                                        Map.of("application/json", "{\"statusCode\":200}")));
        cloud.gateway.putMethodResponse(request ->
                request.restApiId(api).resourceId(resource).httpMethod("GET").statusCode("200"));
        cloud.gateway.putIntegrationResponse(request ->
                request.restApiId(api)
                        .resourceId(resource)
                        .httpMethod("GET")
                        .statusCode("200")
                        .responseTemplates(
                                Map.of("application/json", "{\"stage\":\"$context.stage\"}")));

        var tried =
                cloud.gateway.testInvokeMethod(request ->
                        request.restApiId(api)
                                .resourceId(resource)
                                .httpMethod("GET")
                                .pathWithQueryString("/tried/7?foo=bar"));

        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.body()).isEqualTo("{\"stage\":\"test-invoke-stage\"}");
        assertThat(tried.headers()).containsEntry("Content-Type", "application/json");
        assertThat(
                        tried.log()
                                .replaceAll("(?m)^\\w{3} \\w{3} \\d\\d [\\d:]+ UTC \\d{4}", "T")
                                .lines())
                .containsAll(
                        List.of(
                                "T : HTTP Method: GET, Resource Path: /tried/7",
                                "T : Method request path: {id=7}",
                                "T : Method request query string: {foo=bar}",
                                "T : Method request headers: {}",
                                "T : Method response headers: {Content-Type=application/json}",
                                "T : Successfully completed execution",
                                "T : Method completed with status: 200"));
    }

    @Test
    void an_authorizer_is_asked_without_a_deployment() {
        var judge = cloud.function("judge");
        cloud.functions.script(
                "judge",
                event ->
                        """
                        {"principalId":"%s","policyDocument":{"Version":"2012-10-17","Statement":[{"Action":"execute-api:Invoke","Effect":"Allow","Resource":"*"}]}}\
                        """
                                .formatted(event.path("authorizationToken").asString()));
        var id =
                cloud.gateway
                        .createAuthorizer(request ->
                                request.restApiId(api)
                                        .name("judge")
                                        .type("TOKEN")
                                        .authorizerUri(ApiCloud.uri(judge))
                                        .identitySource("method.request.header.Auth"))
                        .id();

        var let =
                cloud.gateway.testInvokeAuthorizer(request ->
                        request.restApiId(api).authorizerId(id).headers(Map.of("Auth", "ann")));
        var kept =
                cloud.gateway.testInvokeAuthorizer(
                        request -> request.restApiId(api).authorizerId(id));

        assertThat(let.clientStatus()).isEqualTo(200);
        assertThat(let.principalId()).isEqualTo("ann");
        assertThat(let.policy()).contains("execute-api:Invoke");
        assertThat(kept.clientStatus()).isEqualTo(401);
    }

    @Test
    void what_is_said_to_a_function_and_by_it_is_told() {
        var arn = cloud.function("told");
        cloud.functions.script("told", _ -> "{\"n\":2}");
        var resource = cloud.resource(api, "/told");
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
                                .requestTemplates(Map.of("application/json", "{\"n\":1}")));
        cloud.gateway.putMethodResponse(request ->
                request.restApiId(api).resourceId(resource).httpMethod("POST").statusCode("200"));
        cloud.gateway.putIntegrationResponse(request ->
                request.restApiId(api)
                        .resourceId(resource)
                        .httpMethod("POST")
                        .statusCode("200")
                        .responseTemplates(Map.of("application/json", "done")));

        var log =
                cloud.gateway
                        .testInvokeMethod(request ->
                                request.restApiId(api)
                                        .resourceId(resource)
                                        .httpMethod("POST")
                                        .body("{}"))
                        .log();

        var uri =
                "https://lambda.eu-west-1.amazonaws.com/2015-03-31/functions/%s/invocations"
                        .formatted(arn);
        assertThat(log)
                .containsSubsequence(
                        "Method request body before transformations: {}",
                        "Endpoint request URI: " + uri,
                        "Endpoint request headers: {x-amzn-lambda-integration-tag=",
                        "Endpoint request body after transformations: {\"n\":1}",
                        "Sending request to " + uri,
                        "Received response. Status: 200, Integration latency: ",
                        "Endpoint response headers: {Content-Type=application/json",
                        "Endpoint response body before transformations: {\"n\":2}",
                        "Method response body after transformations: done",
                        "Method completed with status: 200");
    }
}
