package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.Op;

/// What a function gets to see of a request.
class ProxyEventTest extends ProxyFixture {

    @Test
    void the_event_has_all_that_version_1_has() {
        cloud.call(
                api,
                "POST",
                "/dev/orders/7/lines?a=1&a=2&b=x+y%2Bz",
                "{\"n\":1}",
                request ->
                        request.header("tEsT-HEADeR", "aValUE")
                                .header("X-Two", "1")
                                .header("X-Two", "2"));

        var event = event();
        assertThat(event.path("resource").asString()).isEqualTo("/{proxy+}");
        assertThat(event.path("path").asString()).isEqualTo("/orders/7/lines");
        assertThat(event.path("httpMethod").asString()).isEqualTo("POST");
        assertThat(event.path("headers").path("tEsT-HEADeR").asString()).isEqualTo("aValUE");
        assertThat(event.path("headers").path("X-Two").asString()).isEqualTo("2");
        assertThat(event.path("multiValueHeaders").path("X-Two").toString())
                .isEqualTo("[\"1\",\"2\"]");
        assertThat(event.path("headers").has("Content-Length")).isFalse();
        assertThat(event.path("headers").path("X-Forwarded-For").asString()).isEqualTo("127.0.0.1");
        assertThat(event.path("headers").path("X-Forwarded-Proto").asString()).isEqualTo("https");
        assertThat(event.path("headers").path("CloudFront-Viewer-Country").asString())
                .isEqualTo("US");
        assertThat(event.path("queryStringParameters").toString())
                .isEqualTo("{\"a\":\"2\",\"b\":\"x y+z\"}");
        assertThat(event.path("multiValueQueryStringParameters").toString())
                .isEqualTo("{\"a\":[\"1\",\"2\"],\"b\":[\"x y+z\"]}");
        assertThat(event.path("pathParameters").toString())
                .isEqualTo("{\"proxy\":\"orders/7/lines\"}");
        assertThat(event.path("stageVariables").isNull()).isTrue();
        assertThat(event.path("body").asString()).isEqualTo("{\"n\":1}");
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    }

    @Test
    void the_context_of_the_event_says_who_where_and_when() {
        cloud.call(api, "GET", "/dev/orders/7", "", request -> request.header("User-Agent", "me"));

        var context = event().path("requestContext");
        assertThat(context.properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "accountId",
                        "apiId",
                        "deploymentId",
                        "domainName",
                        "domainPrefix",
                        "extendedRequestId",
                        "httpMethod",
                        "identity",
                        "path",
                        "protocol",
                        "requestId",
                        "requestTime",
                        "requestTimeEpoch",
                        "resourceId",
                        "resourcePath",
                        "stage");
        assertThat(context.path("path").asString()).isEqualTo("/dev/orders/7");
        assertThat(context.path("resourcePath").asString()).isEqualTo("/orders/{id}");
        assertThat(context.path("identity").toString())
                .isEqualTo(
                        "{\"cognitoIdentityPoolId\":null,\"accountId\":null,\"cognitoIdentityId\":null,\"caller\":null,\"sourceIp\":\"127.0.0.1\",\"principalOrgId\":null,\"accessKey\":null,\"cognitoAuthenticationType\":null,\"cognitoAuthenticationProvider\":null,\"userArn\":null,\"userAgent\":\"me\",\"user\":null}");
        assertThat(context.path("requestTime").asString())
                .matches("\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000");
        assertThat(event().path("body").isNull()).isTrue();
        assertThat(event().path("queryStringParameters").isNull()).isTrue();
    }

    @Test
    void paths_stay_as_they_were_sent() {
        cloud.call(api, "/dev/proxy-value/");
        assertThat(event().path("path").asString()).isEqualTo("/proxy-value/");
        assertThat(event().path("pathParameters").path("proxy").asString())
                .isEqualTo("proxy-value");

        cloud.call(api, "/dev//proxy-value");
        assertThat(event().path("path").asString()).isEqualTo("/proxy-value");
        assertThat(event().path("requestContext").path("path").asString())
                .isEqualTo("/dev//proxy-value");

        cloud.call(api, "/dev/user/test%2Balias@example.com//x");
        assertThat(event().path("pathParameters").path("proxy").asString())
                .isEqualTo("user/test%2Balias@example.com//x");
    }

    @Test
    void bytes_travel_as_base64_both_ways_where_their_type_is_binary() {
        cloud.gateway.updateRestApi(request ->
                request.restApiId(api)
                        .patchOperations(
                                patch -> patch.op(Op.ADD).path("/binaryMediaTypes/image~1png")));
        cloud.deploy(api, "dev");
        var base64 = Base64.getEncoder().encodeToString("picture".getBytes());
        cloud.functions.script(
                "echo", _ -> "{\"isBase64Encoded\":true,\"body\":\"" + base64 + "\"}");

        var wanted =
                cloud.call(
                        api,
                        "POST",
                        "/dev/x",
                        "picture",
                        request ->
                                request.header("Content-Type", "image/png")
                                        .header("Accept", "image/png"));

        assertThat(wanted.body()).isEqualTo("picture");
        assertThat(event().path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(event().path("body").asString()).isEqualTo(base64);
        assertThat(cloud.call(api, "/dev/x").body()).isEqualTo(base64);
    }
}
