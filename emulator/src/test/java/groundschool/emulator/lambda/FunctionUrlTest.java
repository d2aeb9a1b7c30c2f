package groundschool.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.FunctionUrlAuthType;
import software.amazon.awssdk.services.lambda.model.InvokeMode;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/// URLs of functions, over real HTTP.
class FunctionUrlTest extends VisitedUrls {
    @Test
    void a_url_is_made_read_changed_and_removed() {
        var made =
                cloud.lambda.createFunctionUrlConfig(
                        url -> url.functionName("shop").authType(FunctionUrlAuthType.NONE));

        assertThat(made.functionArn()).isEqualTo(LambdaCloud.ARN + "shop");
        assertThat(made.invokeModeAsString()).isNull();
        assertThat(made.functionUrl()).contains("lambda-url").endsWith("/");
        var read = cloud.lambda.getFunctionUrlConfig(url -> url.functionName("shop"));
        assertThat(read.functionUrl()).isEqualTo(made.functionUrl());
        assertThat(read.invokeMode()).isEqualTo(InvokeMode.BUFFERED);
        assertThat(read.lastModifiedTime()).matches("\\d{4}-\\d\\d-\\d\\dT.*\\.\\d{6}Z");
        var changed =
                cloud.lambda.updateFunctionUrlConfig(
                        url -> url.functionName("shop").authType(FunctionUrlAuthType.AWS_IAM));
        assertThat(changed.authType()).isEqualTo(FunctionUrlAuthType.AWS_IAM);
        assertThat(changed.functionUrl()).isEqualTo(made.functionUrl());
        cloud.lambda.deleteFunctionUrlConfig(url -> url.functionName("shop"));
        assertThatThrownBy(() -> cloud.lambda.getFunctionUrlConfig(url -> url.functionName("shop")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("The resource you requested does not exist.");
    }

    @Test
    void a_function_and_each_alias_have_one_each() {
        cloud.lambda.publishVersion(version -> version.functionName("shop"));
        cloud.lambda.createAlias(
                alias -> alias.functionName("shop").name("live").functionVersion("1"));
        cloud.lambda.createFunctionUrlConfig(url -> url.functionName("shop").authType("NONE"));
        cloud.lambda.createFunctionUrlConfig(
                url -> url.functionName("shop").qualifier("live").authType("NONE"));

        assertThat(
                        cloud.lambda
                                .listFunctionUrlConfigs(list -> list.functionName("shop"))
                                .functionUrlConfigs())
                .extracting(url -> url.functionArn())
                .containsExactly(LambdaCloud.ARN + "shop", LambdaCloud.ARN + "shop:live");
        assertThatThrownBy(() ->
                        cloud.lambda.createFunctionUrlConfig(
                                url -> url.functionName("shop").authType("NONE")))
                .isInstanceOf(ResourceConflictException.class)
                .hasMessageContaining(
                        "Failed to create function url config for [functionArn = %sshop]. Error message:  FunctionUrlConfig exists for this Lambda function"
                                .formatted(LambdaCloud.ARN));
        assertThatThrownBy(() ->
                        cloud.lambda.createFunctionUrlConfig(
                                url -> url.functionName("nothing").authType("NONE")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Function does not exist");
    }

    @Test
    void it_goes_with_its_function() throws Exception {
        var url = open("shop");
        cloud.lambda.deleteFunction(function -> function.functionName("shop"));

        assertThat(get(url).statusCode()).isEqualTo(403);
    }

    @Test
    void a_name_that_nobody_has_tells_nothing() throws Exception {
        var answer =
                get(
                        cloud.server.uri()
                                + "/_aws/lambda-url/eu-west-1/0123456789abcdefghijklmnopqrstuv/");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"Message\":null}");
        assertThat(answer.headers().firstValue("x-amzn-ErrorType"))
                .contains("AccessDeniedException");
    }

    @Test
    void the_world_needs_both_permissions() throws Exception {
        var url = path(create("NONE", InvokeMode.BUFFERED));

        assertThat(get(url).body())
                .isEqualTo(
                        "{\"Message\":\"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html\"}");
        allow("lambda:InvokeFunctionUrl");
        assertThat(get(url).statusCode()).isEqualTo(403);
        allow("lambda:InvokeFunction");
        assertThat(get(url).statusCode()).isEqualTo(200);
        assertThat(cloud.sandbox().ledger().entries())
                .filteredOn(entry -> entry.operation().equals("InvokeFunctionUrl"))
                .extracting(entry -> entry.error().isPresent())
                .containsExactly(true, true, false);
    }

    @Test
    void a_guarded_one_wants_a_signature_of_somebody_who_may() throws Exception {
        var url = path(create("AWS_IAM", InvokeMode.BUFFERED));

        assertThat(get(url).statusCode()).isEqualTo(403);
        var answer = signed(url, cloud.key.secret());
        assertThat(answer.statusCode()).isEqualTo(200);
        var context = event().path("requestContext");
        assertThat(context.path("accountId").asString()).isEqualTo(LambdaCloud.ACCOUNT);
        assertThat(context.path("authorizer").path("iam").path("userArn").asString())
                .isEqualTo("arn:aws:iam::111122223333:user/learner");
        assertThat(signed(url, "wrong").headers().firstValue("x-amzn-ErrorType"))
                .contains("InvalidSignatureException");
    }

    @Test
    void nobody_comes_to_anothers_by_their_own_key() throws Exception {
        var url = path(create("AWS_IAM", InvokeMode.BUFFERED));
        var stranger = cloud.emulator.sandboxes().create(LambdaCloud.ACCOUNT);

        assertThat(signed(url, stranger.id(), stranger.secret()).statusCode()).isEqualTo(403);
    }

    @Test
    void the_function_gets_the_request_as_payload_2() throws Exception {
        var url = open("shop");

        client.send(
                HttpRequest.newBuilder(URI.create(url + "a%20b/1?q=one%2F&q=two&r"))
                        .header("Content-Type", "text/plain")
                        .header("Cookie", "a=1; b=2")
                        .header("X-Wanted", "Yes")
                        .header("User-Agent", "test")
                        .POST(HttpRequest.BodyPublishers.ofString("héllo"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        var event = event();
        assertThat(event.path("version").asString()).isEqualTo("2.0");
        assertThat(event.path("rawPath").asString()).isEqualTo("/a%20b/1");
        assertThat(event.path("rawQueryString").asString()).isEqualTo("q=one%2F&q=two&r");
        assertThat(event.path("queryStringParameters").toString())
                .isEqualTo("{\"q\":\"one/,two\",\"r\":\"\"}");
        assertThat(event.path("cookies").toString()).isEqualTo("[\"a=1\",\"b=2\"]");
        assertThat(event.path("headers").path("x-wanted").asString()).isEqualTo("Yes");
        assertThat(event.path("headers").has("cookie")).isFalse();
        assertThat(event.path("body").asString()).isEqualTo("héllo");
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
        var context = event.path("requestContext");
        assertThat(context.path("accountId").asString()).isEqualTo("anonymous");
        assertThat(context.path("stage").asString()).isEqualTo("$default");
        assertThat(context.path("http").toString())
                .isEqualTo(
                        "{\"method\":\"POST\",\"path\":\"/a%20b/1\",\"protocol\":\"HTTP/1.1\",\"sourceIp\":\"127.0.0.1\",\"userAgent\":\"test\"}");
    }

    @Test
    void what_is_no_text_comes_in_base64() throws Exception {
        var url = open("shop");

        client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {0, 1, -1}))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(event().path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(Base64.getDecoder().decode(event().path("body").asString()))
                .containsExactly(0, 1, -1);
    }

    @Test
    void it_has_a_name_of_its_own() throws Exception {
        var id = create("NONE", InvokeMode.BUFFERED);
        allow("lambda:InvokeFunctionUrl");
        allow("lambda:InvokeFunction");
        cloud.runtimes.body = (_, _) -> "\"hello\"";

        var answer =
                raw(
                        "GET /there HTTP/1.1\r\nHost: %s.lambda-url.eu-west-1.localhost:%d\r\nConnection: close\r\n\r\n"
                                .formatted(id, cloud.server.port()));

        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("hello");
        assertThat(event().path("requestContext").path("domainName").asString())
                .isEqualTo(id + ".lambda-url.eu-west-1.localhost");
    }
}
