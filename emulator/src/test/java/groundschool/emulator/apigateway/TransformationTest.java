package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.apigateway.integration.SafeRegex;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What mappings and templates make of requests and answers.
class TransformationTest extends TransformationFixture {

    /// A mock that answers what a template makes of the request.
    private void mock(String path, String verb, String responseTemplate) {
        var resource = cloud.resource(api, path);
        cloud.method(
                api,
                resource,
                verb,
                _ -> {},
                integration ->
                        integration
                                .type("MOCK")
                                .requestTemplates(
                                        Map.of("application/json", "{\"statusCode\": 200}")));
        respond(resource, verb, "200", "", responseTemplate);
    }

    private String made(String template, String body) {
        function(template);
        cloud.deploy(api, "dev");
        cloud.call(
                api,
                "POST",
                "/dev/oven/fast?q=1&q=2",
                body,
                request -> request.header("X-Who", "Ann"));
        return cloud.functions.events("worker-fn").getFirst().toString();
    }

    @Test
    void a_mock_answers_a_browser_that_asks_before_it_sends() {
        mock("/orders", "OPTIONS", "");
        cloud.deploy(api, "dev");

        var answer =
                cloud.call(
                        api, "OPTIONS", "/dev/orders", "", request -> request.header("X-Any", "1"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void a_template_of_the_answer_sees_context_and_variables() {
        mock(
                "/orders/{id}",
                "GET",
                "{\"stage\":\"$context.stage\",\"who\":\"$context.identity.sourceIp\",\"path\":\"$context.resourcePath\",\"none\":\"$context.nothing.at.all\",\"v\":\"$stageVariables.v\"#set($context.responseOverride.status = 418)#set($context.responseOverride.header.Made = \"tea\")}");
        cloud.gateway.createDeployment(
                request -> request.restApiId(api).stageName("dev").variables(Map.of("v", "one")));

        var answer = cloud.call(api, "/dev/orders/7");

        assertThat(answer.body())
                .isEqualTo(
                        "{\"stage\":\"dev\",\"who\":\"127.0.0.1\",\"path\":\"/orders/{id}\",\"none\":\"\",\"v\":\"one\"}");
        assertThat(answer.statusCode()).isEqualTo(418);
    }

    @Test
    void a_type_for_which_there_is_no_template_may_be_refused() {
        var resource = cloud.resource(api, "/strict");
        cloud.method(
                api,
                resource,
                "POST",
                _ -> {},
                integration ->
                        integration
                                .type("MOCK")
                                .passthroughBehavior("NEVER")
                                .requestTemplates(
                                        Map.of("application/json", "{\"statusCode\": 200}")));
        respond(resource, "POST", "200", "", "");
        cloud.deploy(api, "dev");

        var answer =
                cloud.call(
                        api,
                        "POST",
                        "/dev/strict",
                        "<x/>",
                        request -> request.header("Content-Type", "application/xml"));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).isEqualTo("{\"message\": \"Unsupported Media Type\"}");
        assertThat(cloud.call(api, "POST", "/dev/strict", "{}", _ -> {}).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_template_makes_the_event_of_a_function() {
        var made =
                made(
                        """
                        #set($root = $input.path('$'))
                        {"kind":"$input.params('kind')","q":"$input.params().querystring.get('q')","who":"$input.params('x-who')",
                         "first":$input.json('$.lines[0]'),"all":$input.json('$'),"total":$root.total,
                         "skus":[#foreach($line in $root.lines)"$line.sku"#if($foreach.hasNext),#end#end],
                         "text":"$util.escapeJavaScript($root.note)","b64":"$util.base64Encode('hi')","url":"$util.urlEncode('a b&c')",
                         "inner":$util.parseJson('{"a":[1,2]}').a,"deep":$input.json('$..sku')}\
                        """,
                        "{\"total\":3,\"note\":\"say \\\"hi\\\"\",\"lines\":[{\"sku\":\"a\"},{\"sku\":\"b\"}]}");

        assertThat(made)
                .isEqualTo(
                        "{\"kind\":\"fast\",\"q\":\"2\",\"who\":\"Ann\",\"first\":{\"sku\":\"a\"},\"all\":{\"total\":3,\"note\":\"say \\\"hi\\\"\",\"lines\":[{\"sku\":\"a\"},{\"sku\":\"b\"}]},\"total\":3,\"skus\":[\"a\",\"b\"],\"text\":\"say \\\"hi\\\"\",\"b64\":\"aGk=\",\"url\":\"a+b%26c\",\"inner\":[1,2],\"deep\":[\"a\",\"b\"]}");
    }

    @Test
    void a_template_cannot_reach_what_java_has() {
        function(
                "{\"a\":\"$input.getClass().forName('java.lang.System')\",\"b\":\"$context.class.name\"}");
        cloud.deploy(api, "dev");

        cloud.call(api, "POST", "/dev/oven/fast", "{}", _ -> {});

        assertThat(cloud.functions.events("worker-fn").getFirst().toString())
                .isEqualTo("{\"a\":\"\",\"b\":\"\"}");
    }

    @Test
    void a_template_that_never_ends_is_ended() {
        for (var template :
                new String[] {
                    "#foreach($i in [1..2000000000])x#end",
                    "#set($s='xxxxxxxxxxxxxxxx')#foreach($i in [1..60])#set($s=\"$s$s\")#end$s",
                    "#foreach($a in [1..999])#foreach($b in [1..999])#foreach($c in [1..999])x#end#end#end"
                }) {
            mock("/t" + Math.abs(template.hashCode()), "GET", template);
            cloud.deploy(api, "dev");

            assertThat(cloud.call(api, "/dev/t" + Math.abs(template.hashCode())).statusCode())
                    .isEqualTo(500);
        }
    }

    @Test
    void a_pattern_that_goes_back_and_forth_is_ended() {
        assertThatThrownBy(
                        () -> SafeRegex.finds("(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)y", "x".repeat(200)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The pattern takes too long.");
    }

    @Test
    void a_validator_asks_for_parameters_and_bodies_as_the_models_say() {
        var arn = cloud.function("echo");
        cloud.functions.script("echo", _ -> "{\"body\":\"ok\"}");
        cloud.gateway.createModel(request ->
                request.restApiId(api)
                        .name("Line")
                        .contentType("application/json")
                        .schema(
                                "{\"$schema\":\"http://json-schema.org/draft-04/schema#\",\"type\":\"object\",\"properties\":{\"sku\":{\"type\":\"string\"}},\"required\":[\"sku\"]}"));
        cloud.gateway.createModel(request ->
                request.restApiId(api)
                        .name("Order")
                        .contentType("application/json")
                        .schema(
                                "{\"type\":\"array\",\"items\":{\"$ref\":\"https://apigateway.amazonaws.com/restapis/%s/models/Line\"}}"
                                        .formatted(api)));
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
                "/orders/{id}",
                "POST",
                arn,
                method ->
                        method.requestValidatorId(validator)
                                .requestModels(Map.of("application/json", "Order"))
                                .requestParameters(
                                        Map.of(
                                                "method.request.header.x-who", true,
                                                "method.request.querystring.q", true)));
        cloud.deploy(api, "dev");

        assertThat(cloud.call(api, "POST", "/dev/orders/1", "[]", _ -> {}).body())
                .isEqualTo("{\"message\": \"Missing required request parameters: [x-who, q]\"}");
        var bad =
                cloud.call(
                        api,
                        "POST",
                        "/dev/orders/1?q=1",
                        "[{\"n\":1}]",
                        r -> r.header("x-who", "a"));
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body()).isEqualTo("{\"message\": \"Invalid request body\"}");
        assertThat(bad.headers().firstValue("x-amzn-ErrorType")).contains("BadRequestException");
        assertThat(
                        cloud.call(
                                        api,
                                        "POST",
                                        "/dev/orders/1?q=1",
                                        "[{\"sku\":\"a\"}]",
                                        r -> r.header("x-who", "a"))
                                .body())
                .isEqualTo("ok");
    }
}
