package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/// Methods that want a signature.
class IamAuthorizationTest extends AuthorizersFixture {

    private HttpResponse<String> signed(String keyId, String secret) {
        var uri =
                cloud.server.uri().resolve("/_aws/execute-api/eu-west-1/" + api + "/dev/c?b=2&a=1");
        var request =
                AwsV4HttpSigner.create()
                        .sign(sign ->
                                sign.identity(AwsCredentialsIdentity.create(keyId, secret))
                                        .request(
                                                SdkHttpRequest.builder()
                                                        .method(SdkHttpMethod.GET)
                                                        .uri(uri)
                                                        .build())
                                        .putProperty(
                                                AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1"))
                        .request();
        return cloud.send(
                uri,
                "GET",
                "",
                builder ->
                        request.forEachHeader((name, values) -> {
                            if (!name.equalsIgnoreCase("Host")) {
                                values.forEach(value -> builder.header(name, value));
                            }
                        }));
    }

    @Test
    void whoever_signs_may_if_iam_says_so() {
        cloud.proxy(api, "/c", "GET", echo, method -> method.authorizationType("AWS_IAM"));
        cloud.deploy(api, "dev");
        cloud.iam.createUser(user -> user.userName("bob"));
        var key = cloud.iam.createAccessKey(user -> user.userName("bob")).accessKey();

        assertThat(cloud.call(api, "/dev/c").body())
                .isEqualTo("{\"message\":\"Missing Authentication Token\"}");
        var admin = signed(cloud.key.id(), cloud.key.secret());
        assertThat(admin.statusCode()).as(admin.body()).isEqualTo(200);
        var identity =
                cloud.functions.events("echo").getLast().path("requestContext").path("identity");
        assertThat(identity.path("userArn").asString())
                .isEqualTo("arn:aws:iam::111122223333:user/learner");
        assertThat(identity.path("accessKey").asString()).isEqualTo(cloud.key.id());
        var denied = signed(key.accessKeyId(), key.secretAccessKey());
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.body())
                .isEqualTo(
                        "{\"Message\":\"User: arn:aws:iam::111122223333:user/bob is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-west-1:********3333:%s/dev/GET/c because no identity-based policy allows the execute-api:Invoke action\"}"
                                .formatted(api));
        cloud.iam.putUserPolicy(policy ->
                policy.userName("bob")
                        .policyName("call")
                        .policyDocument(
                                """
                                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"execute-api:Invoke",
                                 "Resource":"arn:aws:execute-api:*:*:*/dev/GET/*"}]}\
                                """));
        assertThat(signed(key.accessKeyId(), key.secretAccessKey()).statusCode()).isEqualTo(200);
        var wrong = signed(cloud.key.id(), "wrong");
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.headers().firstValue("x-amzn-ErrorType"))
                .contains("InvalidSignatureException");
    }
}
