package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;

/// How what breaks the rules of the API model is told, and what else AWS was recorded to say.
class WordingTest {

    private final ApiCloud cloud = new ApiCloud();
    private String api = "";
    private String root = "";

    @BeforeEach
    void open() {
        api = cloud.api("shop");
        root = cloud.root(api);
        cloud.method(
                api,
                root,
                "GET",
                _ -> {},
                integration ->
                        integration
                                .type("MOCK")
                                .requestTemplates(
                                        Map.of("application/json", "{\"statusCode\":200}")));
        cloud.gateway.putMethodResponse(
                r -> r.restApiId(api).resourceId(root).httpMethod("GET").statusCode("200"));
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private static void isRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).hasMessageStartingWith(message + " (Service: ApiGateway");
    }

    private void patch(String status, String op, String path) {
        cloud.gateway.updateMethodResponse(r ->
                r.restApiId(api)
                        .resourceId(root)
                        .httpMethod("GET")
                        .statusCode(status)
                        .patchOperations(
                                PatchOperation.builder().op(op).path(path).value("true").build()));
    }

    @Test
    void members_of_the_body_are_named_with_their_input_and_those_of_the_path_without() {
        isRefused(
                () -> patch("many", "wrong_op", "/x"),
                "2 validation errors detected: Value 'wrong_op' at 'updateMethodResponseInput.patchOperations.1.member.op' failed to satisfy constraint: Member must satisfy enum value set: [add, remove, move, test, replace, copy]; Value 'many' at 'statusCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [1-5]\\d\\d");
        isRefused(
                () ->
                        cloud.gateway.putIntegration(r ->
                                r.restApiId(api)
                                        .resourceId(root)
                                        .httpMethod("GET")
                                        .type("HTTPS_PROXY")),
                "1 validation error detected: Value 'HTTPS_PROXY' at 'putIntegrationInput.type' failed to satisfy constraint: Member must satisfy enum value set: [HTTP, MOCK, AWS_PROXY, HTTP_PROXY, AWS]");
    }

    @Test
    void values_of_one_bucket_are_listed_the_last_first() {
        isRefused(
                () -> cloud.gateway.getGatewayResponse(r -> r.restApiId(api).responseType("FAKE")),
                "1 validation error detected: Value 'FAKE' at 'responseType' failed to satisfy constraint: Member must satisfy enum value set: [REQUEST_TOO_LARGE, RESOURCE_NOT_FOUND, AUTHORIZER_CONFIGURATION_ERROR, MISSING_AUTHENTICATION_TOKEN, BAD_REQUEST_BODY, INVALID_SIGNATURE, INVALID_API_KEY, BAD_REQUEST_PARAMETERS, AUTHORIZER_FAILURE, UNAUTHORIZED, INTEGRATION_TIMEOUT, ACCESS_DENIED, DEFAULT_4XX, DEFAULT_5XX, WAF_FILTERED, QUOTA_EXCEEDED, THROTTLED, API_CONFIGURATION_ERROR, UNSUPPORTED_MEDIA_TYPE, INTEGRATION_FAILURE, EXPIRED_TOKEN]");
    }

    @Test
    void what_a_response_does_not_have_cannot_be_replaced() {
        isRefused(
                () -> patch("200", "replace", "/responseParameters/method.response.header.x"),
                "Invalid parameter name specified");
        isRefused(
                () -> patch("200", "replace", "/responseModels/application~1json"),
                "Content-Type specified was not found");
    }

    @Test
    void a_template_of_an_answer_is_for_a_media_type() {
        isRefused(
                () ->
                        cloud.gateway.putIntegrationResponse(r ->
                                r.restApiId(api)
                                        .resourceId(root)
                                        .httpMethod("GET")
                                        .statusCode("200")
                                        .responseTemplates(Map.of("123", ""))),
                "Validation Result: warnings : [], errors : [Invalid content type specified: 123]");
    }

    @Test
    void a_proxy_integration_is_of_a_function() {
        for (var row :
                Map.of(
                                "arn:aws:lambda:eu-west-1:111122223333:function:x",
                                "AWS ARN for integration must contain path or action",
                                "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/x/invocations",
                                "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.",
                                "arn:aws:apigateway:eu-west-1:firehose:path/x",
                                "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.",
                                "no-arn",
                                "Invalid ARN specified in the request")
                        .entrySet()) {
            isRefused(
                    () ->
                            cloud.gateway.putIntegration(r ->
                                    r.restApiId(api)
                                            .resourceId(root)
                                            .httpMethod("GET")
                                            .type("AWS_PROXY")
                                            .integrationHttpMethod("POST")
                                            .uri(row.getKey())),
                    row.getValue());
        }
    }
}
