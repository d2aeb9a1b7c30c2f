package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.AuthorizerType;
import software.amazon.awssdk.services.apigateway.model.Op;

/// Which requests an API's own policy and its authorizers let through together.
///
/// Source: [How API Gateway resource policies affect authorization
/// workflow](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html)
class ResourcePolicyTest {

    private static final String ALLOW = statement("Allow", "execute-api:/*");
    private static final String SILENT = statement("Allow", "execute-api:/other/*");
    private static final String DENY = statement("Deny", "execute-api:/*");

    private final ApiCloud cloud = new ApiCloud();
    private String api = "";

    private static String statement(String effect, String resource) {
        return """
        {"Version":"2012-10-17","Statement":[{"Effect":"%s","Principal":"*",
         "Action":"execute-api:Invoke","Resource":"%s"}]}\
        """
                .formatted(effect, resource);
    }

    @BeforeEach
    void open() {
        api = cloud.api("shop");
        var echo = cloud.function("echo");
        cloud.functions.script("echo", _ -> "{\"statusCode\":200}");
        cloud.proxy(api, "/none", "GET", echo);
        cloud.proxy(api, "/iam", "GET", echo, method -> method.authorizationType("AWS_IAM"));
        var judge = cloud.function("judge");
        cloud.functions.script(
                "judge",
                event ->
                        switch (event.path("authorizationToken").asString()) {
                            case "allow" -> verdict("Allow", "*");
                            case "deny" -> verdict("Deny", "*");
                            default -> verdict("Allow", "arn:aws:execute-api:*:*:other/*");
                        });
        var authorizer =
                cloud.gateway
                        .createAuthorizer(request ->
                                request.restApiId(api)
                                        .name("judge")
                                        .type(AuthorizerType.TOKEN)
                                        .identitySource("method.request.header.Auth")
                                        .authorizerUri(ApiCloud.uri(judge)))
                        .id();
        cloud.proxy(
                api,
                "/custom",
                "GET",
                echo,
                method -> method.authorizationType("CUSTOM").authorizerId(authorizer));
    }

    private static String verdict(String effect, String resource) {
        return """
        {"principalId":"ann","policyDocument":{"Version":"2012-10-17","Statement":[
         {"Action":"execute-api:Invoke","Effect":"%s","Resource":"%s"}]}}
        """
                .formatted(effect, resource);
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    /// What the stage answers under each of these policies; none at all comes first.
    private List<Integer> under(Stream<String> policies, IntSupplier asked) {
        return Stream.concat(Stream.of(""), policies)
                .map(policy -> {
                    cloud.gateway.updateRestApi(request ->
                            request.restApiId(api)
                                    .patchOperations(patch ->
                                            patch.op(Op.REPLACE).path("/policy").value(policy)));
                    cloud.deploy(api, "dev");
                    return asked.getAsInt();
                })
                .toList();
    }

    private static Stream<String> policies() {
        return Stream.of(ALLOW, SILENT, DENY);
    }

    private int signed() {
        var path = "/_aws/execute-api/eu-west-1/" + api + "/dev/iam";
        URI uri = cloud.presigned("http", path);
        return cloud.send(uri, "GET", "", _ -> {}).statusCode();
    }

    @Test
    void without_an_authorizer_a_policy_must_allow() {
        assertThat(under(policies(), () -> cloud.call(api, "/dev/none").statusCode()))
                .containsExactly(200, 200, 403, 403);
    }

    @Test
    void of_whoever_signs_it_is_enough_that_one_allows_and_none_denies() {
        assertThat(under(policies(), this::signed)).containsExactly(200, 200, 200, 403);
    }

    @Test
    void what_a_function_says_counts_with_the_policy_as_in_table_a() {
        var expected =
                Map.of(
                        "allow", List.of(200, 200, 200, 403),
                        "silent", List.of(403, 200, 403, 403),
                        "deny", List.of(403, 403, 403, 403));

        for (var row : expected.entrySet()) {
            assertThat(
                            under(
                                    policies(),
                                    () ->
                                            cloud.call(
                                                            api,
                                                            "GET",
                                                            "/dev/custom",
                                                            "",
                                                            request ->
                                                                    request.header(
                                                                            "Auth", row.getKey()))
                                                    .statusCode()))
                    .as(row.getKey())
                    .isEqualTo(row.getValue());
        }
    }

    @Test
    void nobody_is_asked_about_who_is_denied() {
        under(
                Stream.of(DENY),
                () ->
                        cloud.call(
                                        api,
                                        "GET",
                                        "/dev/custom",
                                        "",
                                        request -> request.header("Auth", "allow"))
                                .statusCode());

        assertThat(cloud.functions.events("judge"))
                .as("once, before there was a policy")
                .hasSize(1);
    }
}
