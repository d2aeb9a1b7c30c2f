package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;

/// What templates of requests leave to those of answers, and which headers are the gateway's own.
///
/// Source: recorded answers
class OverrideTest {

    private final ApiCloud cloud = new ApiCloud();
    private String api = "";

    @BeforeEach
    void open() {
        api = cloud.api("shop");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private void mock(String request, String response) {
        var resource = cloud.resource(api, "/{x}");
        cloud.method(
                api,
                resource,
                "GET",
                _ -> {},
                integration ->
                        integration
                                .type(IntegrationType.MOCK)
                                .requestTemplates(Map.of("application/json", request)));
        cloud.gateway.putMethodResponse(r ->
                r.restApiId(api)
                        .resourceId(resource)
                        .httpMethod("GET")
                        .statusCode("200")
                        .responseParameters(Map.of("method.response.header.Server", true)));
        cloud.gateway.putIntegrationResponse(r ->
                r.restApiId(api)
                        .resourceId(resource)
                        .httpMethod("GET")
                        .statusCode("200")
                        .responseParameters(Map.of("method.response.header.Server", "'mine'"))
                        .responseTemplates(Map.of("application/json", response)));
        cloud.deploy(api, "dev");
    }

    @Test
    void what_a_template_of_the_request_sets_counts_for_the_answer_too() {
        mock(
                "#set($context.responseOverride.status = 444)#set($context.responseOverride.header.foo = \"bar\")#set($context.requestOverride.path.p = \"one\"){\"statusCode\":200}",
                "$context.responseOverride.status $context.responseOverride.header.foo $context.requestOverride.path.p");

        var answer = cloud.call(api, "/dev/a");

        assertThat(answer.statusCode()).isEqualTo(444);
        assertThat(answer.headers().firstValue("foo")).contains("bar");
        assertThat(answer.body()).isEqualTo("444 bar one");
    }

    @Test
    void a_template_of_the_answer_knows_what_was_asked() {
        mock(
                "{\"statusCode\":200}",
                "$input.params('x') $input.params('q')$util.urlEncode($input.body.nothing)");

        assertThat(cloud.call(api, "/dev/a?q=1").body()).isEqualTo("a 1");
    }

    @Test
    void a_header_of_the_answer_that_is_the_gateway_s_own_gets_another_name() {
        mock("{\"statusCode\":200}", "");

        assertThat(cloud.call(api, "/dev/a").headers().firstValue("x-amzn-Remapped-Server"))
                .contains("mine");
    }

    @Test
    void a_request_whose_own_headers_are_set_does_not_get_through() {
        var echo = cloud.function("echo");
        cloud.functions.script("echo", _ -> "{\"statusCode\":200}");
        cloud.method(
                api,
                cloud.resource(api, "/own"),
                "GET",
                _ -> {},
                integration ->
                        integration
                                .type(IntegrationType.AWS_PROXY)
                                .integrationHttpMethod("POST")
                                .uri(ApiCloud.uri(echo))
                                .requestParameters(
                                        Map.of("integration.request.header.Connection", "'x'")));
        cloud.deploy(api, "dev");

        var answer = cloud.call(api, "/dev/own");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("{\"message\": \"Internal server error\"}");
    }

    @Test
    void an_empty_object_is_no_answer_of_a_function() {
        cloud.proxy(api, "/empty", "GET", cloud.function("empty"));
        cloud.functions.script("empty", _ -> "{}");
        cloud.deploy(api, "dev");

        assertThat(cloud.call(api, "/dev/empty").statusCode()).isEqualTo(502);
    }
}
