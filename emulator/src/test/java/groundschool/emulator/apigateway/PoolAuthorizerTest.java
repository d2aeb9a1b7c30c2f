package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.AuthorizerType;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;

/// Tokens of user pools at the door of an API.
class PoolAuthorizerTest {

    private final ApiCloud cloud = new ApiCloud();
    private final CognitoIdentityProviderClient cognito =
            cloud.client(CognitoIdentityProviderClient.builder());
    private final AtomicReference<String> client = new AtomicReference<>("");
    private String api = "";
    private String resource = "";

    @BeforeEach
    void open() {
        var pool = cognito.createUserPool(request -> request.poolName("shop")).userPool();
        client.set(
                cognito.createUserPoolClient(request ->
                                request.userPoolId(pool.id())
                                        .clientName("site")
                                        .explicitAuthFlows(
                                                ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
                                                ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH))
                        .userPoolClient()
                        .clientId());
        cognito.adminCreateUser(request -> request.userPoolId(pool.id()).username("ann"));
        cognito.adminSetUserPassword(request ->
                request.userPoolId(pool.id())
                        .username("ann")
                        .password("Passw0rd!")
                        .permanent(true));
        var echo = cloud.function("echo");
        cloud.functions.script("echo", _ -> "{\"body\":\"hello\"}");
        api = cloud.api("shop");
        var authorizer =
                cloud.gateway
                        .createAuthorizer(request ->
                                request.restApiId(api)
                                        .name("pool")
                                        .type(AuthorizerType.COGNITO_USER_POOLS)
                                        .providerARNs(
                                                "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/"
                                                        + pool.id())
                                        .identitySource("method.request.header.Authorization"))
                        .id();
        cloud.proxy(
                api,
                "/orders",
                "POST",
                echo,
                method -> method.authorizationType("COGNITO_USER_POOLS").authorizerId(authorizer));
        resource = cloud.resource(api, "/orders");
        cloud.deploy(api, "dev");
    }

    @AfterEach
    void close() {
        cognito.close();
        cloud.close();
    }

    private AuthenticationResultType signIn() {
        return cognito.initiateAuth(request ->
                        request.clientId(client.get())
                                .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                                .authParameters(Map.of("USERNAME", "ann", "PASSWORD", "Passw0rd!")))
                .authenticationResult();
    }

    private HttpResponse<String> order(String token) {
        return cloud.call(
                api,
                "POST",
                "/dev/orders",
                "{}",
                request -> request.header("Authorization", token));
    }

    @Test
    void an_id_token_opens_the_door_and_its_claims_reach_the_backend() {
        var tokens = signIn();

        assertThat(order(tokens.idToken()).statusCode()).isEqualTo(200);
        assertThat(order("Bearer " + tokens.idToken()).statusCode()).isEqualTo(200);

        var claims =
                cloud.functions
                        .events("echo")
                        .getFirst()
                        .path("requestContext")
                        .path("authorizer")
                        .path("claims");
        assertThat(claims.path("cognito:username").asString()).isEqualTo("ann");
        assertThat(claims.path("token_use").asString()).isEqualTo("id");
        assertThat(claims.path("exp").asString())
                .endsWith(String.valueOf(java.time.Year.now(java.time.ZoneOffset.UTC).getValue()));
    }

    @Test
    void all_else_is_unauthorized() {
        var token = signIn().idToken();
        var forged = token.substring(0, token.length() - 8) + "AAAAAAAA";

        var missing = cloud.call(api, "POST", "/dev/orders", "{}", _ -> {});
        assertThat(missing.statusCode()).isEqualTo(401);
        assertThat(missing.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
        assertThat(order(forged).statusCode()).isEqualTo(401);
        assertThat(order("nonsense").statusCode()).isEqualTo(401);
        assertThat(order(signIn().accessToken()).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_ends_on_the_clock_of_the_sandbox() {
        var token = signIn().idToken();
        assertThat(order(token).statusCode()).isEqualTo(200);

        cloud.sandbox().clock().advance(Duration.ofMinutes(61));

        assertThat(order(token).statusCode()).isEqualTo(401);
    }

    @Test
    void where_scopes_are_wanted_an_access_token_that_has_one_opens() {
        scope("aws.cognito.signin.user.admin");
        var tokens = signIn();
        assertThat(order(tokens.accessToken()).statusCode()).isEqualTo(200);
        assertThat(order(tokens.idToken()).statusCode()).isEqualTo(401);

        scope("orders/write");
        assertThat(order(tokens.accessToken()).statusCode()).isEqualTo(200);
    }

    private void scope(String scope) {
        cloud.gateway.updateMethod(request ->
                request.restApiId(api)
                        .resourceId(resource)
                        .httpMethod("POST")
                        .patchOperations(patch ->
                                patch.op(Op.ADD)
                                        .path("/authorizationScopes/" + scope.replace("/", "~1"))));
        cloud.deploy(api, "dev");
    }
}
