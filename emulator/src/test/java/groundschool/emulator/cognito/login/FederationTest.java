package groundschool.emulator.cognito.login;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import groundschool.emulator.cognito.CognitoCloud;
import groundschool.emulator.cognito.TriggerRuntimes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.IdentityProviderTypeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;

/// People for whom an OpenID Connect provider vouches.
class FederationTest {

    private final OidcProvider other = new OidcProvider();
    private final Application application = new Application();
    private final CognitoCloud cloud = application.cloud;
    private final Browser browser = application.browser;

    @BeforeEach
    void federate() {
        other.person.put("email", "ada@elsewhere.example");
        other.person.put("email_verified", true);
        cloud.admin.createIdentityProvider(provider ->
                provider.userPoolId(application.pool)
                        .providerName("Elsewhere")
                        .providerType(IdentityProviderTypeType.OIDC)
                        .providerDetails(other.details())
                        .attributeMapping(
                                Map.of("email", "email", "email_verified", "email_verified"))
                        .idpIdentifiers("elsewhere.example"));
        supporting("COGNITO", "Elsewhere");
    }

    @AfterEach
    void close() {
        application.close();
        other.close();
    }

    private void supporting(String... providers) {
        cloud.admin.updateUserPoolClient(client ->
                client.userPoolId(application.pool)
                        .clientId(application.client)
                        .allowedOAuthFlowsUserPoolClient(true)
                        .allowedOAuthFlows(OAuthFlowType.CODE)
                        .allowedOAuthScopes("openid", "email", "aws.cognito.signin.user.admin")
                        .callbackURLs(Application.BACK)
                        .explicitAuthFlowsWithStrings(
                                "ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH")
                        .supportedIdentityProviders(providers));
    }

    /// Goes to the provider.
    private Browser.Page leave(String... authorizing) {
        var leaving = browser.open(application.authorize(authorizing));
        other.nonce = leaving.told("nonce");
        return leaving;
    }

    /// Comes back from there.
    private Browser.Page back(Browser.Page leaving) {
        return browser.open(
                "/oauth2/idpresponse?code=%s&state=%s"
                        .formatted(OidcProvider.CODE, Authorize.encoded(leaving.told("state"))));
    }

    private Browser.Page signIn() {
        return back(leave("identity_provider", "Elsewhere", "scope", "openid email"));
    }

    private List<AttributeType> attributes(String username) {
        return cloud.admin
                .adminGetUser(user -> user.userPoolId(application.pool).username(username))
                .userAttributes();
    }

    private void link(String attribute, String value, String username) {
        cloud.admin.adminLinkProviderForUser(link ->
                link.userPoolId(application.pool)
                        .destinationUser(user ->
                                user.providerName("Cognito").providerAttributeValue(username))
                        .sourceUser(user ->
                                user.providerName("Elsewhere")
                                        .providerAttributeName(attribute)
                                        .providerAttributeValue(value)));
    }

    @Test
    void the_sign_in_page_offers_the_provider() {
        var page = browser.open(application.authorize("scope", "openid"));

        assertThat(page.text())
                .contains("Continue with Elsewhere")
                .contains("&amp;identity_provider=Elsewhere");
    }

    @Test
    void an_application_sends_people_straight_to_the_provider() {
        var leaving = leave("identity_provider", "Elsewhere");

        assertThat(leaving.location()).startsWith(other.url() + "/authorize?client_id=pool&");
        assertThat(leaving.told("scope")).isEqualTo("openid email");
        assertThat(leaving.told("response_type")).isEqualTo("code");
        assertThat(leaving.told("redirect_uri"))
                .endsWith(
                        "shop.auth.eu-west-1.localhost:%d/oauth2/idpresponse"
                                .formatted(cloud.server.uri().getPort()));
        assertThat(leave("idp_identifier", "elsewhere.example").location()).startsWith(other.url());
    }

    @Test
    void a_client_without_people_of_its_own_needs_no_page() {
        supporting("Elsewhere");

        assertThat(leave().location()).startsWith(other.url() + "/authorize?");
        assertThat(
                        browser.post(
                                        application
                                                .authorize()
                                                .replace("/oauth2/authorize", "/login"),
                                        Map.of())
                                .status())
                .isEqualTo(403);
        assertThat(
                        browser.open(
                                        application
                                                .authorize()
                                                .replace("/oauth2/authorize", "/signup"))
                                .text())
                .contains("sign in at another identity provider");
    }

    @Test
    void whoever_has_signed_in_is_let_through_where_they_could_have() {
        cloud.user(application.client, "ada");
        application.signIn();
        supporting("Elsewhere");
        assertThat(leave().location()).startsWith(other.url());

        signIn();
        assertThat(leave().told("code")).isNotEmpty();
        assertThat(leave("prompt", "login").location()).startsWith(other.url());
    }

    @Test
    void a_password_gives_nobody_the_address_of_somebody_else() {
        try (var byEmail =
                new Application(pool -> pool.aliasAttributesWithStrings("email"), _ -> {})) {
            var here = byEmail.cloud;
            here.user(byEmail.client, "ada");
            here.admin.createIdentityProvider(provider ->
                    provider.userPoolId(byEmail.pool)
                            .providerName("Elsewhere")
                            .providerType(IdentityProviderTypeType.OIDC)
                            .providerDetails(other.details())
                            .attributeMapping(
                                    Map.of("email", "email", "email_verified", "email_verified")));
            here.admin.updateUserPoolClient(client ->
                    client.userPoolId(byEmail.pool)
                            .clientId(byEmail.client)
                            .allowedOAuthFlowsUserPoolClient(true)
                            .allowedOAuthFlows(OAuthFlowType.CODE)
                            .allowedOAuthScopes("openid")
                            .callbackURLs(Application.BACK)
                            .supportedIdentityProviders("Elsewhere"));
            other.person.put("email", "ada@example.com");
            var leaving = byEmail.browser.open(byEmail.authorize());
            other.nonce = leaving.told("nonce");
            byEmail.browser.open(
                    "/oauth2/idpresponse?code=x&state=" + Authorize.encoded(leaving.told("state")));

            assertThat(
                            refusal(() ->
                                    here.admin.adminSetUserPassword(user ->
                                            user.userPoolId(byEmail.pool)
                                                    .username("Elsewhere_1234")
                                                    .password("Another-horse-1")
                                                    .permanent(true))))
                    .startsWith("AliasExistsException");
        }
    }

    @Test
    void a_provider_that_the_client_does_not_have_is_refused() {
        supporting("COGNITO");

        var page = leave("identity_provider", "Elsewhere");

        assertThat(page.location()).startsWith(Application.BACK);
        assertThat(page.told("error")).isEqualTo("invalid_request");
    }

    @Test
    void whoever_comes_for_the_first_time_gets_a_user() {
        var tokens = application.exchange(signIn().told("code"));

        var id = CognitoCloud.claims(tokens.path("id_token").asString());
        assertThat(id)
                .containsEntry("cognito:username", "Elsewhere_1234")
                .containsEntry("email", "ada@elsewhere.example")
                .containsEntry("email_verified", true)
                .containsEntry("cognito:groups", List.of(application.pool + "_Elsewhere"));
        assertThat(id.get("identities"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .singleElement()
                .satisfies(identity -> {
                    assertThat(identity.get("userId")).isEqualTo("1234");
                    assertThat(identity.get("providerName")).isEqualTo("Elsewhere");
                    assertThat(identity.get("providerType")).isEqualTo("OIDC");
                    assertThat(identity.get("primary")).isEqualTo("true");
                    assertThat(identity.get("issuer")).isNull();
                });
        var user =
                cloud.admin.adminGetUser(
                        who -> who.userPoolId(application.pool).username("Elsewhere_1234"));
        assertThat(user.userStatus()).isEqualTo(UserStatusType.EXTERNAL_PROVIDER);
        assertThat(user.userAttributes())
                .extracting(AttributeType::name)
                .contains("email", "identities", "sub");
        assertThat(other.exchanges.getFirst().all())
                .containsEntry("code", OidcProvider.CODE)
                .containsEntry("client_secret", "secret");
    }

    @Test
    void whoever_comes_again_is_the_same_with_what_is_new() {
        application.exchange(signIn().told("code"));
        other.person.put("email", "countess@elsewhere.example");
        browser.forgetCookies();

        var tokens = application.exchange(signIn().told("code"));

        assertThat(CognitoCloud.claims(tokens.path("id_token").asString()))
                .containsEntry("email", "countess@elsewhere.example");
        assertThat(cloud.admin.listUsers(list -> list.userPoolId(application.pool)).users())
                .hasSize(1);
    }

    @Test
    void tokens_of_people_from_elsewhere_are_refreshed_and_revoked() {
        var tokens = application.exchange(signIn().told("code"));
        var refresh = tokens.path("refresh_token").asString();

        var again =
                browser.call(
                        "/oauth2/token",
                        Map.of(
                                "grant_type",
                                "refresh_token",
                                "client_id",
                                application.client,
                                "refresh_token",
                                refresh));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).contains("id_token");
    }

    @Test
    void a_provider_that_says_something_wrong_lets_nobody_in() throws JOSEException {
        other.forging = claims -> claims.issuer("https://other.example");
        assertThat(signIn().told("error_description")).isEqualTo("Bad id_token issuer");
        other.forging = claims -> claims.audience("another");
        assertThat(signIn().told("error_description")).isEqualTo("Bad id_token audience");
        other.forging = claims -> claims.claim("nonce", "another");
        assertThat(signIn().told("error_description")).isEqualTo("Bad id_token nonce");
        other.forging = claims -> claims.subject("5678");
        assertThat(signIn().told("error_description")).isEqualTo("Bad userInfo subject");
        other.forging = claims -> claims;
        other.signer = new RSAKeyGenerator(2048).keyID("one").generate();
        assertThat(signIn().told("error_description")).isEqualTo("Bad id_token signature");

        assertThat(cloud.admin.listUsers(list -> list.userPoolId(application.pool)).users())
                .isEmpty();
    }

    @Test
    void a_sign_in_is_finished_in_the_browser_that_began_it_and_in_time() {
        var leaving = leave("identity_provider", "Elsewhere");
        browser.forgetCookies();
        assertThat(back(leaving).status()).isEqualTo(400);

        var late = leave("identity_provider", "Elsewhere");
        cloud.advance(Duration.ofMinutes(11));
        assertThat(back(late).status()).isEqualTo(400);

        assertThat(browser.open("/oauth2/idpresponse?code=x&state=forged").status()).isEqualTo(400);
        assertThat(other.exchanges).isEmpty();
    }

    @Test
    void what_the_provider_refuses_the_application_is_told() {
        var leaving = leave("identity_provider", "Elsewhere");

        var page =
                browser.open(
                        "/oauth2/idpresponse?error=access_denied&error_description=No&state="
                                + Authorize.encoded(leaving.told("state")));

        assertThat(page.location()).startsWith(Application.BACK);
        assertThat(page.told("error_description")).isEqualTo("No");
        assertThat(page.told("state")).isEqualTo("a state & more");
    }

    @Test
    void functions_are_asked_about_people_from_elsewhere() {
        var function = cloud.function(application.pool);
        cloud.admin.updateUserPool(pool ->
                pool.userPoolId(application.pool)
                        .lambdaConfig(all ->
                                all.preSignUp(function)
                                        .postConfirmation(function)
                                        .preAuthentication(function)
                                        .postAuthentication(function)));
        signIn();
        browser.forgetCookies();
        signIn();

        assertThat(cloud.functions.events)
                .extracting(event -> event.path("triggerSource").asString())
                .containsExactly(
                        "PreSignUp_ExternalProvider",
                        "PostConfirmation_ConfirmSignUp",
                        "PreAuthentication_Authentication",
                        "PostAuthentication_Authentication");
        assertThat(cloud.functions.events.getFirst().path("userName").asString())
                .isEqualTo("Elsewhere_1234");
    }

    @Test
    void a_function_may_refuse_people_from_elsewhere() {
        var function = cloud.function(application.pool);
        cloud.admin.updateUserPool(pool ->
                pool.userPoolId(application.pool).lambdaConfig(all -> all.preSignUp(function)));
        cloud.functions.body =
                _ -> {
                    throw new TriggerRuntimes.Failure("Only colleagues");
                };

        assertThat(signIn().told("error_description"))
                .isEqualTo("PreSignUp failed with error Only colleagues.");
    }

    @Test
    void somebody_who_was_linked_signs_in_as_the_user_of_the_pool() {
        cloud.user(application.client, "ada");
        link("Cognito_Subject", "1234", "ada");

        var tokens = application.exchange(signIn().told("code"));

        var id = CognitoCloud.claims(tokens.path("id_token").asString());
        assertThat(id).containsEntry("cognito:username", "ada");
        assertThat(id).extractingByKey("identities").asString().contains("primary=false");
        assertThat(cloud.signIn(application.client, "ada").accessToken()).isNotEmpty();
        assertThat(attributes("ada"))
                .extracting(AttributeType::value)
                .contains("ada@elsewhere.example");
    }

    @Test
    void people_are_linked_by_what_a_claim_says() {
        cloud.user(application.client, "ada");
        link("email", "ada@elsewhere.example", "ada");

        var tokens = application.exchange(signIn().told("code"));

        assertThat(CognitoCloud.claims(tokens.path("id_token").asString()))
                .containsEntry("cognito:username", "ada");
    }

    @Test
    void links_that_cannot_be_are_refused() {
        cloud.user(application.client, "ada");
        link("Cognito_Subject", "99", "ada");
        assertThat(refusal(() -> link("Cognito_Subject", "99", "ada")))
                .isEqualTo(
                        "InvalidParameterException: SourceUser is already linked to DestinationUser");
        signIn();
        assertThat(refusal(() -> link("Cognito_Subject", "1234", "ada")))
                .startsWith("InvalidParameterException: Merging is not currently supported");
        assertThat(refusal(() -> link("Cognito_Subject", "1", "nobody")))
                .startsWith("UserNotFoundException");
        assertThat(
                        refusal(() ->
                                cloud.admin.adminLinkProviderForUser(link ->
                                        link.userPoolId(application.pool)
                                                .destinationUser(user ->
                                                        user.providerName("Cognito")
                                                                .providerAttributeValue("ada"))
                                                .sourceUser(user ->
                                                        user.providerName("Cognito")
                                                                .providerAttributeValue("bob")))))
                .startsWith("InvalidParameterException: Invalid SourceUser");
    }

    @Test
    void a_link_can_be_taken_away() {
        cloud.user(application.client, "ada");
        link("Cognito_Subject", "1234", "ada");
        disable("Elsewhere", "1234");

        var tokens = application.exchange(signIn().told("code"));

        assertThat(CognitoCloud.claims(tokens.path("id_token").asString()))
                .containsEntry("cognito:username", "Elsewhere_1234");
        assertThat(attributes("ada")).extracting(AttributeType::name).doesNotContain("identities");
    }

    @Test
    void a_provider_can_be_closed_to_one_user() {
        cloud.user(application.client, "ada");
        signIn();
        disable("Elsewhere", "1234");
        disable("Cognito", "ada");

        assertThat(signIn().told("error_description")).isEqualTo("User is not enabled");
        assertThat(refusal(() -> cloud.signIn(application.client, "ada")))
                .isEqualTo("NotAuthorizedException: Incorrect username or password.");
    }

    private void disable(String provider, String value) {
        cloud.admin.adminDisableProviderForUser(user ->
                user.userPoolId(application.pool)
                        .user(who ->
                                who.providerName(provider)
                                        .providerAttributeName("Cognito_Subject")
                                        .providerAttributeValue(value)));
    }

    @Test
    void nobody_says_themselves_who_they_are_elsewhere() {
        cloud.user(application.client, "ada");
        var token = cloud.signIn(application.client, "ada").accessToken();
        var identities = CognitoCloud.attribute("identities", "[{\"userId\":\"1234\"}]");

        assertThat(
                        refusal(() ->
                                cloud.anybody.updateUserAttributes(change ->
                                        change.accessToken(token).userAttributes(identities))))
                .contains("identities");
        assertThat(
                        refusal(() ->
                                cloud.admin.adminCreateUser(user ->
                                        user.userPoolId(application.pool)
                                                .username("eve")
                                                .userAttributes(identities))))
                .contains("identities");
    }

    @Test
    void an_address_from_elsewhere_takes_nobodys_sign_in() {
        try (var byEmail =
                new Application(pool -> pool.usernameAttributesWithStrings("email"), _ -> {})) {
            var here = byEmail.cloud;
            here.anybody.signUp(user ->
                    user.clientId(byEmail.client)
                            .username("ada@elsewhere.example")
                            .password(CognitoCloud.PASSWORD));
            here.admin.adminConfirmSignUp(
                    user -> user.userPoolId(byEmail.pool).username("ada@elsewhere.example"));
            here.admin.createIdentityProvider(provider ->
                    provider.userPoolId(byEmail.pool)
                            .providerName("Elsewhere")
                            .providerType(IdentityProviderTypeType.OIDC)
                            .providerDetails(other.details())
                            .attributeMapping(Map.of("email", "email")));
            here.admin.updateUserPoolClient(client ->
                    client.userPoolId(byEmail.pool)
                            .clientId(byEmail.client)
                            .allowedOAuthFlowsUserPoolClient(true)
                            .allowedOAuthFlows(OAuthFlowType.CODE)
                            .allowedOAuthScopes("openid")
                            .callbackURLs(Application.BACK)
                            .explicitAuthFlowsWithStrings("ALLOW_USER_PASSWORD_AUTH")
                            .supportedIdentityProviders("COGNITO", "Elsewhere"));
            var leaving = byEmail.browser.open(byEmail.authorize("identity_provider", "Elsewhere"));
            other.nonce = leaving.told("nonce");
            byEmail.browser.open(
                    "/oauth2/idpresponse?code=x&state=" + Authorize.encoded(leaving.told("state")));

            assertThat(here.signIn(byEmail.client, "ada@elsewhere.example").accessToken())
                    .isNotEmpty();
            assertThat(here.admin.listUsers(list -> list.userPoolId(byEmail.pool)).users())
                    .hasSize(2);
        }
    }
}
