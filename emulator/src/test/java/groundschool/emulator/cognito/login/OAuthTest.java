package groundschool.emulator.cognito.login;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Headers;
import groundschool.emulator.cognito.CognitoCloud;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceServerScopeType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OAuthTest {

    private final Application application = new Application();
    private final Browser browser = application.browser;
    private final CognitoCloud cloud = application.cloud;

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void a_code_with_its_verifier_gives_tokens_once() {
        cloud.user(application.client, "ada");
        var back =
                application.signIn(
                        "scope",
                        "openid email",
                        "nonce",
                        "once",
                        "code_challenge",
                        Application.challenge(),
                        "code_challenge_method",
                        "S256");

        assertThat(application.exchange(back.told("code")).path("error").asString())
                .isEqualTo("invalid_grant");
        var second =
                browser.open(
                        application.authorize(
                                "scope",
                                "openid email",
                                "nonce",
                                "once",
                                "code_challenge",
                                Application.challenge(),
                                "code_challenge_method",
                                "S256"));
        var tokens =
                application.exchange(second.told("code"), "code_verifier", Application.VERIFIER);

        assertThat(tokens.path("token_type").asString()).isEqualTo("Bearer");
        assertThat(CognitoCloud.claims(tokens.path("id_token").asString()))
                .containsEntry("nonce", "once")
                .containsEntry("email", "ada@example.com");
        assertThat(CognitoCloud.claims(tokens.path("access_token").asString()))
                .containsEntry("scope", "openid email")
                .containsEntry("version", 2L);
        assertThat(
                        application
                                .exchange(
                                        second.told("code"), "code_verifier", Application.VERIFIER)
                                .path("error")
                                .asString())
                .isEqualTo("invalid_grant");
    }

    @Test
    void a_code_is_for_its_client_its_address_and_five_minutes() {
        cloud.user(application.client, "ada");
        var code = application.signIn().told("code");
        assertThat(
                        application
                                .exchange(code, "redirect_uri", "http://localhost:3000/other")
                                .path("error")
                                .asString())
                .isEqualTo("invalid_grant");
        var late = browser.open(application.authorize()).told("code");
        cloud.advance(Duration.ofMinutes(6));

        assertThat(application.exchange(late).path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void tokens_come_at_once_where_that_is_wanted() {
        cloud.user(application.client, "ada");

        var back = application.signIn("response_type", "token", "scope", "openid");

        assertThat(back.location()).startsWith(Application.BACK + "#id_token=");
        assertThat(back.told("access_token")).isNotEmpty();
        assertThat(back.told("token_type")).isEqualTo("Bearer");
        assertThat(back.told("expires_in")).isEqualTo("3600");
    }

    @Test
    void a_refresh_token_gives_new_ones_until_it_is_revoked() {
        cloud.user(application.client, "ada");
        var tokens = application.exchange(application.signIn("scope", "openid").told("code"));
        var refresh = tokens.path("refresh_token").asString();

        assertThat(refreshed(refresh).has("access_token")).isTrue();
        assertThat(refreshed(refresh).has("refresh_token")).isFalse();
        var revoked =
                browser.call(
                        "/oauth2/revoke",
                        Map.of("token", refresh, "client_id", application.client));
        assertThat(revoked.status()).isEqualTo(200);
        assertThat(refreshed(refresh).path("error").asString()).isEqualTo("invalid_grant");
    }

    private JsonNode refreshed(String token) {
        return JsonMapper.shared()
                .readTree(
                        browser.call(
                                        "/oauth2/token",
                                        Map.of(
                                                "grant_type",
                                                "refresh_token",
                                                "client_id",
                                                application.client,
                                                "refresh_token",
                                                token))
                                .text());
    }

    @Test
    void user_info_says_what_the_scopes_allow_with_flags_as_text() {
        cloud.user(application.client, "ada");
        var tokens = application.exchange(application.signIn("scope", "openid email").told("code"));

        var info =
                browser.ask(
                        "GET",
                        "/oauth2/userInfo",
                        "",
                        Headers.of(
                                "Authorization",
                                "Bearer " + tokens.path("access_token").asString()));

        var claims = JsonMapper.shared().readTree(info.text());
        assertThat(claims.path("email").asString()).isEqualTo("ada@example.com");
        assertThat(claims.path("email_verified").isString()).isTrue();
        assertThat(claims.path("username").asString()).isEqualTo("ada");
        var none =
                browser.ask(
                        "GET",
                        "/oauth2/userInfo",
                        "",
                        Headers.of("Authorization", "Bearer no.such.token"));
        assertThat(none.status()).isEqualTo(401);
        var api = cloud.signIn(application.client, "ada").accessToken();
        assertThat(
                        browser.ask(
                                        "GET",
                                        "/oauth2/userInfo",
                                        "",
                                        Headers.of("Authorization", "Bearer " + api))
                                .status())
                .isEqualTo(403);
    }

    @Test
    void an_application_gets_a_token_of_its_own_by_its_secret() {
        cloud.admin.createResourceServer(server ->
                server.userPoolId(application.pool)
                        .identifier("shop")
                        .name("Shop")
                        .scopes(
                                ResourceServerScopeType.builder()
                                        .scopeName("read")
                                        .scopeDescription("Look")
                                        .build()));
        var machine =
                cloud.client(
                        application.pool,
                        wish ->
                                wish.generateSecret(true)
                                        .allowedOAuthFlowsUserPoolClient(true)
                                        .allowedOAuthFlows(OAuthFlowType.CLIENT_CREDENTIALS)
                                        .allowedOAuthScopes("shop/read"));
        var basic =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (machine.clientId() + ":" + machine.clientSecret())
                                                .getBytes(StandardCharsets.UTF_8));

        var answer =
                browser.call(
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials"),
                        "Authorization",
                        basic);

        var token = JsonMapper.shared().readTree(answer.text()).path("access_token").asString();
        assertThat(CognitoCloud.claims(token))
                .containsEntry("sub", machine.clientId())
                .containsEntry("scope", "shop/read")
                .doesNotContainKey("username");
        assertThat(refusal(() -> cloud.anybody.getUser(get -> get.accessToken(token))))
                .isEqualTo("NotAuthorizedException: Invalid Access Token");
        var wrong =
                browser.call(
                        "/oauth2/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                machine.clientId(),
                                "client_secret",
                                "wrong"));
        assertThat(wrong.text()).isEqualTo("{\"error\":\"invalid_client\"}");
        var more =
                browser.call(
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials", "scope", "openid"),
                        "Authorization",
                        basic);
        assertThat(more.text()).isEqualTo("{\"error\":\"invalid_scope\"}");
    }

    @Test
    void a_function_is_told_what_an_application_passes_on_for_its_own_token() {
        cloud.admin.createResourceServer(server ->
                server.userPoolId(application.pool)
                        .identifier("shop")
                        .name("Shop")
                        .scopes(scope -> scope.scopeName("read").scopeDescription("Look")));
        var machine =
                cloud.client(
                        application.pool,
                        wish ->
                                wish.generateSecret(true)
                                        .allowedOAuthFlowsUserPoolClient(true)
                                        .allowedOAuthFlows(OAuthFlowType.CLIENT_CREDENTIALS)
                                        .allowedOAuthScopes("shop/read"));
        var function = cloud.function(application.pool);
        cloud.admin.updateUserPool(update ->
                update.userPoolId(application.pool)
                        .lambdaConfig(all ->
                                all.preTokenGenerationConfig(config ->
                                        config.lambdaArn(function).lambdaVersion("V3_0"))));

        browser.call(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        machine.clientId(),
                        "client_secret",
                        machine.clientSecret(),
                        "aws_client_metadata",
                        "{\"shelf\": \"north\"}"));

        var event = cloud.functions.events.getFirst();
        assertThat(event.path("triggerSource").asString())
                .isEqualTo("TokenGeneration_ClientCredentials");
        assertThat(event.path("request").path("clientMetadata").path("shelf").asString())
                .isEqualTo("north");
    }

    @Test
    void nobody_is_sent_where_the_client_does_not_say() {
        cloud.user(application.client, "ada");
        for (var away :
                List.of(
                        "http://evil.example/back",
                        Application.BACK + "/../evil",
                        Application.BACK + "?x=1",
                        "//evil.example",
                        "javascript:alert(1)",
                        "http://localhost:3000/back@evil.example")) {
            var page = browser.open(application.authorize("redirect_uri", away));

            assertThat(page.status()).isEqualTo(400);
            assertThat(page.location()).isEmpty();
        }
        var out =
                browser.ask(
                        "GET",
                        "/logout?client_id=%s&logout_uri=http://evil.example"
                                .formatted(application.client),
                        "",
                        Headers.none());
        assertThat(out.status()).isEqualTo(400);
        assertThat(out.location()).isEmpty();
    }

    @Test
    void what_an_application_must_not_ask_it_is_told() {
        assertThat(browser.open(application.authorize("scope", "openid shop/all")).told("error"))
                .isEqualTo("invalid_scope");
        assertThat(browser.open(application.authorize("response_type", "none")).told("error"))
                .isEqualTo("invalid_request");
        assertThat(
                        browser.open(
                                        application.authorize(
                                                "code_challenge",
                                                "x",
                                                "code_challenge_method",
                                                "plain"))
                                .told("error"))
                .isEqualTo("invalid_request");
        assertThat(browser.open(application.authorize("client_id", "nobody")).status())
                .isEqualTo(400);
    }
}
