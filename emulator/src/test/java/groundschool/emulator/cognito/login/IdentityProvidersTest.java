package groundschool.emulator.cognito.login;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.cognito.CognitoCloud;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.IdentityProviderType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.IdentityProviderTypeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ProviderDescription;

/// Identity providers of a pool, and another pool of the same emulator as one.
class IdentityProvidersTest {

    private final OidcProvider other = new OidcProvider();
    private final Application application = new Application();
    private final CognitoCloud cloud = application.cloud;

    @AfterEach
    void close() {
        application.close();
        other.close();
    }

    private IdentityProviderType create(String name, Map<String, String> details) {
        return cloud.admin
                .createIdentityProvider(provider ->
                        provider.userPoolId(application.pool)
                                .providerName(name)
                                .providerType(IdentityProviderTypeType.OIDC)
                                .providerDetails(details)
                                .idpIdentifiers(name + ".example"))
                .identityProvider();
    }

    @Test
    void what_a_provider_publishes_of_itself_is_fetched() {
        var provider = create("Elsewhere", other.details());

        assertThat(provider.providerDetails())
                .containsEntry("authorize_url", other.url() + "/authorize")
                .containsEntry("token_url", other.url() + "/token")
                .containsEntry("attributes_url", other.url() + "/userinfo")
                .containsEntry("jwks_uri", other.url() + "/keys")
                .containsEntry("attributes_url_add_attributes", "false");
        assertThat(provider.attributeMapping()).containsExactly(Map.entry("username", "sub"));
    }

    @Test
    void providers_are_described_listed_changed_and_deleted() {
        create("One", other.details());
        create("Two", other.details());

        assertThat(
                        cloud.admin
                                .listIdentityProviders(
                                        list -> list.userPoolId(application.pool).maxResults(1))
                                .providers())
                .extracting(ProviderDescription::providerName)
                .containsExactly("One");
        assertThat(
                        cloud
                                .admin
                                .listIdentityProvidersPaginator(
                                        list -> list.userPoolId(application.pool).maxResults(1))
                                .providers()
                                .stream()
                                .map(ProviderDescription::providerName))
                .containsExactly("One", "Two");
        assertThat(
                        cloud.admin
                                .getIdentityProviderByIdentifier(wish ->
                                        wish.userPoolId(application.pool)
                                                .idpIdentifier("Two.example"))
                                .identityProvider()
                                .providerName())
                .isEqualTo("Two");
        cloud.admin.updateIdentityProvider(change ->
                change.userPoolId(application.pool)
                        .providerName("Two")
                        .attributeMapping(Map.of("email", "mail")));
        assertThat(
                        cloud.admin
                                .describeIdentityProvider(wish ->
                                        wish.userPoolId(application.pool).providerName("Two"))
                                .identityProvider()
                                .attributeMapping())
                .isEqualTo(Map.of("email", "mail", "username", "sub"));
        cloud.admin.deleteIdentityProvider(
                wish -> wish.userPoolId(application.pool).providerName("Two"));
        assertThat(
                        refusal(() ->
                                cloud.admin.describeIdentityProvider(wish ->
                                        wish.userPoolId(application.pool).providerName("Two"))))
                .isEqualTo("ResourceNotFoundException: Identity provider Two does not exist.");
    }

    @Test
    void other_companies_can_be_configured_but_nobody_is_sent_there() {
        assertThat(
                        refusal(() ->
                                create(
                                        IdentityProviderTypeType.FACEBOOK,
                                        Map.of("client_id", "a"))))
                .isEqualTo(
                        "InvalidParameterException: Missing required provider details: client_secret");
        assertThat(
                        refusal(() ->
                                create(
                                        IdentityProviderTypeType.SIGN_IN_WITH_APPLE,
                                        Map.of("client_id", "a"))))
                .contains("Missing required provider details: team_id");

        var google =
                create(
                        IdentityProviderTypeType.GOOGLE,
                        Map.of(
                                "client_id", "a",
                                "client_secret", "b",
                                "authorize_scopes", "openid email"));

        assertThat(google.providerDetails())
                .containsEntry("oidc_issuer", "https://accounts.google.com")
                .containsEntry("attributes_url_add_attributes", "true");
        assertThat(google.attributeMapping()).containsEntry("username", "sub");
        cloud.admin.updateUserPoolClient(client ->
                client.userPoolId(application.pool)
                        .clientId(application.client)
                        .allowedOAuthFlowsUserPoolClient(true)
                        .allowedOAuthFlowsWithStrings("code")
                        .allowedOAuthScopes("openid")
                        .callbackURLs(Application.BACK)
                        .supportedIdentityProviders("COGNITO", "Google"));
        assertThat(application.browser.open(application.authorize()).text())
                .contains("Continue with Google");
        var refused =
                application.browser.open(application.authorize("identity_provider", "Google"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("on this machine only, and sends nobody to Google");
    }

    private IdentityProviderType create(
            IdentityProviderTypeType type, Map<String, String> details) {
        return cloud.admin
                .createIdentityProvider(provider ->
                        provider.userPoolId(application.pool)
                                .providerName(type.toString())
                                .providerType(type)
                                .providerDetails(details))
                .identityProvider();
    }

    @Test
    void providers_that_cannot_be_are_refused() {
        create("One", other.details());

        assertThat(refusal(() -> create("One", other.details())))
                .startsWith("DuplicateProviderException");
        var without = new HashMap<>(other.details());
        without.remove("client_id");
        assertThat(refusal(() -> create("Two", without)))
                .isEqualTo(
                        "InvalidParameterException: Missing required provider details: client_id");
        var far = new HashMap<>(other.details());
        far.put("oidc_issuer", "http://169.254.169.254/latest");
        assertThat(refusal(() -> create("Two", far))).contains("on this machine only");
        var farKeys = new HashMap<>(other.details());
        farKeys.put("jwks_uri", "https://10.0.0.1/keys");
        assertThat(refusal(() -> create("Two", farKeys))).contains("on this machine only");
        assertThat(
                        refusal(() ->
                                cloud.admin.createUserPoolClient(client ->
                                        client.userPoolId(application.pool)
                                                .clientName("web")
                                                .supportedIdentityProviders("Nobody"))))
                .contains("The provider Nobody does not exist for User Pool");
    }

    @Test
    void another_pool_of_the_emulator_vouches_for_its_people() {
        var theirs = cloud.pool();
        cloud.admin.createUserPoolDomain(domain -> domain.userPoolId(theirs).domain("staff"));
        var here = "http://shop.auth.eu-west-1.localhost:" + cloud.server.uri().getPort();
        var web =
                cloud.client(
                        theirs,
                        wish ->
                                wish.generateSecret(true)
                                        .allowedOAuthFlowsUserPoolClient(true)
                                        .allowedOAuthFlows(OAuthFlowType.CODE)
                                        .allowedOAuthScopes("openid", "email")
                                        .callbackURLs(here + "/oauth2/idpresponse"));
        var people = cloud.client(theirs);
        cloud.user(people, "grace");
        for (var issuer :
                new String[] {
                    "https://cognito-idp.eu-west-1.amazonaws.com/" + theirs,
                    cloud.server.uri() + "/" + theirs
                }) {
            var name = issuer.startsWith("https") ? "Staff" : "Local";
            create(
                    name,
                    Map.of(
                            "client_id",
                            web.clientId(),
                            "client_secret",
                            web.clientSecret(),
                            "oidc_issuer",
                            issuer,
                            "attributes_request_method",
                            "GET",
                            "authorize_scopes",
                            "openid email"));
            cloud.admin.updateUserPoolClient(client ->
                    client.userPoolId(application.pool)
                            .clientId(application.client)
                            .allowedOAuthFlowsUserPoolClient(true)
                            .allowedOAuthFlows(OAuthFlowType.CODE)
                            .allowedOAuthScopes("openid", "email")
                            .callbackURLs(Application.BACK)
                            .supportedIdentityProviders(name));

            var leaving = application.browser.open(application.authorize("scope", "openid"));
            var staff = new Browser(cloud.emulator, "staff.auth.eu-west-1.localhost");
            var form = staff.open(leaving.location().replaceFirst("^http://[^/]*", ""));
            // Browsers would else stop at the application, where the second redirect leads.
            assertThat(form.headers().first("Content-Security-Policy").orElse(""))
                    .isNotEmpty()
                    .doesNotContain("form-action");
            var signedIn = staff.send(form, "username", "grace", "password", CognitoCloud.PASSWORD);
            var back =
                    application.browser.open(signedIn.location().replaceFirst("^http://[^/]*", ""));
            var tokens = application.exchange(back.told("code"));

            assertThat(CognitoCloud.claims(tokens.path("id_token").asString()))
                    .extractingByKey("cognito:username")
                    .asString()
                    .startsWith(name + "_");
        }
    }
}
