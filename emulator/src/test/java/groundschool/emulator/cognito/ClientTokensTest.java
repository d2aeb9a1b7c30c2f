package groundschool.emulator.cognito;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreTokenGenerationLambdaVersionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Tokens of applications that act for nobody but themselves.
class ClientTokensTest {

    private final CognitoCloud cloud = new CognitoCloud();
    private final String pool = cloud.pool();

    @AfterEach
    void close() {
        cloud.close();
    }

    private UserPoolClientType client(String... flows) {
        cloud.admin.createResourceServer(server ->
                server.userPoolId(pool)
                        .identifier("stock")
                        .name("Stock")
                        .scopes(
                                scope -> scope.scopeName("read").scopeDescription("Read"),
                                scope -> scope.scopeName("write").scopeDescription("Write")));
        return cloud.client(
                pool,
                client ->
                        client.generateSecret(true)
                                .explicitAuthFlowsWithStrings(flows)
                                .allowedOAuthFlowsWithStrings("client_credentials")
                                .allowedOAuthFlowsUserPoolClient(true)
                                .allowedOAuthScopes("stock/read", "stock/write"));
    }

    private JsonNode token(UserPoolClientType client, String scopes) {
        return cloud.call(
                "cognito-idp",
                "GetClientToken",
                "{\"ClientId\": \"%s\", \"Secret\": \"%s\"%s}"
                        .formatted(client.clientId(), client.clientSecret(), scopes));
    }

    @Test
    void an_application_has_a_token_for_its_secret() {
        var client = client("ALLOW_CLIENT_TOKEN_AUTH");

        var all =
                cloud.anybody.getClientToken(
                        get -> get.clientId(client.clientId()).secret(client.clientSecret()));
        var some =
                cloud.anybody.getClientToken(get ->
                        get.clientId(client.clientId())
                                .secret(client.clientSecret())
                                .scopes("stock/read"));

        assertThat(all.clientAuthenticationResult().tokenType()).isEqualTo("Bearer");
        assertThat(all.clientAuthenticationResult().expiresIn()).isEqualTo(3600);
        assertThat(CognitoCloud.claims(all.clientAuthenticationResult().accessToken()))
                .containsEntry("sub", client.clientId())
                .containsEntry("client_id", client.clientId())
                .containsEntry("token_use", "access")
                .containsEntry("scope", "stock/read stock/write");
        assertThat(CognitoCloud.claims(some.clientAuthenticationResult().accessToken()))
                .containsEntry("scope", "stock/read");
    }

    @Test
    void whoever_has_not_the_flow_the_secret_or_the_scope_has_none() {
        var client = client("ALLOW_CLIENT_TOKEN_AUTH");

        assertThat(
                        refusal(() ->
                                cloud.anybody.getClientToken(get ->
                                        get.clientId(client.clientId()).secret("x".repeat(30)))))
                .startsWith("NotAuthorizedException: Client secret does not match");
        assertThat(
                        refusal(() ->
                                cloud.anybody.getClientToken(get ->
                                        get.clientId(client.clientId())
                                                .secret(client.clientSecret())
                                                .scopes("stock/burn"))))
                .isEqualTo("InvalidParameterException: Invalid scope requested: stock/burn");
        var people = cloud.client(pool, wish -> wish.generateSecret(true));
        assertThat(
                        refusal(() ->
                                cloud.anybody.getClientToken(get ->
                                        get.clientId(people.clientId())
                                                .secret(people.clientSecret()))))
                .isEqualTo(
                        "InvalidParameterException: CLIENT_TOKEN_AUTH flow not enabled for this client");
        assertThat(
                        refusal(() ->
                                cloud.client(
                                        pool,
                                        wish ->
                                                wish.explicitAuthFlowsWithStrings(
                                                        "ALLOW_CLIENT_TOKEN_AUTH",
                                                        "ALLOW_USER_SRP_AUTH"))))
                .contains("ALLOW_CLIENT_TOKEN_AUTH cannot be combined");
    }

    @Test
    void the_third_version_of_the_function_before_tokens_changes_it() {
        var client = client("ALLOW_CLIENT_TOKEN_AUTH");
        var function = cloud.function(pool);
        cloud.admin.updateUserPool(update ->
                update.userPoolId(pool)
                        .lambdaConfig(all ->
                                all.preTokenGenerationConfig(config ->
                                        config.lambdaArn(function)
                                                .lambdaVersion(
                                                        PreTokenGenerationLambdaVersionType
                                                                .V3_0))));
        cloud.functions.body =
                event ->
                        ((ObjectNode) event)
                                .set(
                                        "response",
                                        JsonMapper.shared()
                                                .readTree(
                                                        """
                                                        {"claimsAndScopeOverrideDetails": {"accessTokenGeneration": {
                                                          "claimsToAddOrOverride": {"tenant": "north"},
                                                          "scopesToSuppress": ["stock/write"]}}}
                                                        """))
                                .toString();

        var token = token(client, ", \"ClientMetadata\": {\"from\": \"the test\"}");

        assertThat(
                        CognitoCloud.claims(
                                token.path("ClientAuthenticationResult")
                                        .path("AccessToken")
                                        .asString()))
                .containsEntry("tenant", "north")
                .containsEntry("scope", "stock/read");
        var event = cloud.functions.events.getFirst();
        assertThat(event.path("triggerSource").asString())
                .isEqualTo("TokenGeneration_ClientCredentials");
        assertThat(event.path("request").path("clientMetadata").path("from").asString())
                .isEqualTo("the test");
    }
}
