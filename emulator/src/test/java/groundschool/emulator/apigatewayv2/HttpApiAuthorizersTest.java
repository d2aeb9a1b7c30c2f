package groundschool.emulator.apigatewayv2;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.apigateway.ApiCloud;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigatewayv2.model.AuthorizationType;
import software.amazon.awssdk.services.apigatewayv2.model.AuthorizerType;
import software.amazon.awssdk.services.apigatewayv2.model.CreateAuthorizerRequest;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;

/// Who may call an HTTP API.
class HttpApiAuthorizersTest extends HttpApiFixture {

    private String guarded(Consumer<CreateAuthorizerRequest.Builder> more, AuthorizationType type) {
        var api = gateway.createApi(r -> r.name("shop").protocolType(ProtocolType.HTTP)).apiId();
        var integration = integration(api, cloud.function("echo"));
        cloud.functions.script("echo", _ -> "\"hi\"");
        var authorizer =
                gateway.createAuthorizer(
                                request -> {
                                    request.apiId(api)
                                            .name("judge")
                                            .identitySource("$request.header.Authorization");
                                    more.accept(request);
                                })
                        .authorizerId();
        gateway.createRoute(request ->
                request.apiId(api)
                        .routeKey("GET /orders")
                        .target("integrations/" + integration)
                        .authorizationType(type)
                        .authorizerId(authorizer));
        gateway.createStage(r -> r.apiId(api).stageName("$default").autoDeploy(true));
        return api;
    }

    private HttpResponse<String> with(String api, String token) {
        return cloud.call(
                api, "GET", "/orders", "", request -> request.header("Authorization", token));
    }

    @Test
    void a_function_may_just_say_yes_or_no() {
        var judge = cloud.function("judge");
        var asked = new AtomicInteger();
        cloud.functions.script(
                "judge",
                event -> {
                    asked.incrementAndGet();
                    return "{\"isAuthorized\":%s,\"context\":{\"level\":7}}"
                            .formatted(
                                    event.path("identitySource").path(0).asString().equals("yes"));
                });
        var api =
                guarded(
                        request ->
                                request.authorizerType(AuthorizerType.REQUEST)
                                        .authorizerUri(ApiCloud.uri(judge))
                                        .authorizerPayloadFormatVersion("2.0")
                                        .authorizerResultTtlInSeconds(60)
                                        .enableSimpleResponses(true),
                        AuthorizationType.CUSTOM);
        cloud.sandbox().clock().freeze();

        is(cloud.call(api, "/orders"), 401, "Unauthorized");
        assertThat(asked.get()).isZero();
        is(with(api, "no"), 403, "Forbidden");
        assertThat(with(api, "yes").statusCode()).isEqualTo(200);
        assertThat(with(api, "yes").statusCode()).isEqualTo(200);
        assertThat(asked.get()).isEqualTo(2);
        assertThat(event().path("requestContext").path("authorizer").toString())
                .isEqualTo("{\"lambda\":{\"level\":7}}");
        cloud.sandbox().clock().advance(Duration.ofSeconds(61));
        with(api, "yes");
        assertThat(asked.get()).isEqualTo(3);
    }

    @Test
    void a_function_may_answer_a_policy() {
        var judge = cloud.function("judge");
        cloud.functions.script(
                "judge",
                event ->
                        """
                        {"principalId":"ann","policyDocument":{"Version":"2012-10-17","Statement":[
                         {"Action":"execute-api:Invoke","Effect":"Allow","Resource":"%s"}]}}\
                        """
                                .formatted(event.path("methodArn").asString()));
        var api =
                guarded(
                        request ->
                                request.authorizerType(AuthorizerType.REQUEST)
                                        .authorizerUri(ApiCloud.uri(judge))
                                        .authorizerPayloadFormatVersion("1.0"),
                        AuthorizationType.CUSTOM);

        assertThat(with(api, "t").statusCode()).isEqualTo(200);
    }

    @Test
    void a_token_of_a_user_pool_opens_with_its_audience_and_scopes() {
        try (var cognito = cloud.client(CognitoIdentityProviderClient.builder())) {
            var pool = cognito.createUserPool(r -> r.poolName("shop")).userPool().id();
            var client =
                    cognito.createUserPoolClient(r ->
                                    r.userPoolId(pool)
                                            .clientName("site")
                                            .explicitAuthFlows(
                                                    ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
                                                    ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH))
                            .userPoolClient()
                            .clientId();
            cognito.adminCreateUser(r -> r.userPoolId(pool).username("ann"));
            cognito.adminSetUserPassword(
                    r -> r.userPoolId(pool).username("ann").password("Passw0rd!").permanent(true));
            var tokens =
                    cognito.initiateAuth(r ->
                                    r.clientId(client)
                                            .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                                            .authParameters(
                                                    Map.of(
                                                            "USERNAME",
                                                            "ann",
                                                            "PASSWORD",
                                                            "Passw0rd!")))
                            .authenticationResult();
            var api =
                    guarded(
                            request ->
                                    request.authorizerType(AuthorizerType.JWT)
                                            .jwtConfiguration(jwt ->
                                                    jwt.audience(client)
                                                            .issuer(
                                                                    "https://cognito-idp.eu-west-1.amazonaws.com/"
                                                                            + pool)),
                            AuthorizationType.JWT);

            is(cloud.call(api, "/orders"), 401, "Unauthorized");
            is(with(api, "Bearer nonsense"), 401, "Unauthorized");
            assertThat(with(api, "Bearer " + tokens.idToken()).statusCode()).isEqualTo(200);
            assertThat(with(api, "Bearer " + tokens.accessToken()).statusCode()).isEqualTo(200);
            assertThat(
                            event().path("requestContext")
                                    .path("authorizer")
                                    .path("jwt")
                                    .path("claims")
                                    .path("username")
                                    .asString())
                    .isEqualTo("ann");
            var route = gateway.getRoutes(r -> r.apiId(api)).items().getFirst().routeId();
            gateway.updateRoute(
                    r -> r.apiId(api).routeId(route).authorizationScopes("orders/read"));
            is(with(api, "Bearer " + tokens.accessToken()), 403, "Forbidden");
        }
    }
}
