package groundschool.emulator.cognito.login;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.cognito.CognitoCloud;
import groundschool.emulator.cognito.TriggerRuntimes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.IdentityProviderTypeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a function says of people for whom a provider vouches.
class InboundFederationTest {

    private final OidcProvider other = new OidcProvider();
    private final Application application =
            new Application(
                    pool ->
                            pool.schema(attribute ->
                                    attribute
                                            .name("team")
                                            .attributeDataType(AttributeDataType.STRING)
                                            .mutable(true)),
                    _ -> {});
    private final CognitoCloud cloud = application.cloud;
    private final Browser browser = application.browser;

    @BeforeEach
    void federate() {
        other.person.put("email", "Ada@Elsewhere.example");
        cloud.admin.createIdentityProvider(provider ->
                provider.userPoolId(application.pool)
                        .providerName("Elsewhere")
                        .providerType(IdentityProviderTypeType.OIDC)
                        .providerDetails(other.details())
                        .attributeMapping(Map.of("email", "email", "name", "name")));
        cloud.admin.updateUserPoolClient(client ->
                client.userPoolId(application.pool)
                        .clientId(application.client)
                        .allowedOAuthFlowsUserPoolClient(true)
                        .allowedOAuthFlows(OAuthFlowType.CODE)
                        .allowedOAuthScopes("openid", "email", "profile")
                        .callbackURLs(Application.BACK)
                        .supportedIdentityProviders("Elsewhere"));
        var function = cloud.function(application.pool);
        cloud.admin.updateUserPool(update ->
                update.userPoolId(application.pool)
                        .lambdaConfig(all ->
                                all.inboundFederation(
                                        one -> one.lambdaArn(function).lambdaVersion("V1_0"))));
    }

    @AfterEach
    void close() {
        application.close();
        other.close();
    }

    private void answering(String attributes) {
        cloud.functions.body =
                event ->
                        ((ObjectNode) event)
                                .set(
                                        "response",
                                        JsonMapper.shared()
                                                .readTree(
                                                        "{\"userAttributesToMap\": %s}"
                                                                .formatted(attributes)))
                                .toString();
    }

    private Browser.Page signIn() {
        browser.forgetCookies();
        var leaving = browser.open(application.authorize());
        other.nonce = leaving.told("nonce");
        return browser.open(
                "/oauth2/idpresponse?code=%s&state=%s"
                        .formatted(OidcProvider.CODE, Authorize.encoded(leaving.told("state"))));
    }

    private List<AttributeType> attributes() {
        return cloud.admin
                .adminGetUser(user -> user.userPoolId(application.pool).username("Elsewhere_1234"))
                .userAttributes();
    }

    @Test
    void a_function_is_shown_what_the_provider_says() {
        answering("{}");

        assertThat(signIn().told("code")).isNotEmpty();

        var event = cloud.functions.events.getFirst();
        assertThat(event.path("triggerSource").asString())
                .isEqualTo("InboundFederation_ExternalProvider");
        assertThat(event.path("version").asString()).isEqualTo("1");
        var request = event.path("request");
        assertThat(request.has("userAttributes")).isFalse();
        assertThat(request.path("providerName").asString()).isEqualTo("Elsewhere");
        assertThat(request.path("providerType").asString()).isEqualTo("OIDC");
        var attributes = request.path("attributes");
        assertThat(attributes.path("idToken").path("sub").asString()).isEqualTo("1234");
        assertThat(attributes.path("userInfo").path("email").asString())
                .isEqualTo("Ada@Elsewhere.example");
        assertThat(attributes.path("tokenResponse").path("id_token").asString()).isNotEmpty();
        assertThat(event.path("response").path("userAttributesToMap").isObject()).isTrue();
        assertThat(attributes()).contains(CognitoCloud.attribute("email", "Ada@Elsewhere.example"));
    }

    @Test
    void what_it_answers_takes_the_place_of_that_each_time() {
        answering(
                "{\"email\": \"ada@elsewhere.example\", \"custom:team\": \"shop\", \"sub\": \"forged\"}");
        signIn();
        assertThat(attributes())
                .contains(CognitoCloud.attribute("email", "ada@elsewhere.example"))
                .contains(CognitoCloud.attribute("custom:team", "shop"));

        answering("{\"name\": \"Ada\", \"custom:team\": \"lab\"}");
        signIn();

        assertThat(attributes())
                .contains(CognitoCloud.attribute("name", "Ada"))
                .contains(CognitoCloud.attribute("custom:team", "lab"));
        assertThat(cloud.admin.listUsers(list -> list.userPoolId(application.pool)).users())
                .hasSize(1);
    }

    @Test
    void whom_it_refuses_is_not_let_in() {
        cloud.functions.body =
                _ -> {
                    throw new TriggerRuntimes.Failure("Only the staff");
                };

        var back = signIn();

        assertThat(back.told("error_description"))
                .isEqualTo("InboundFederation failed with error Only the staff.");
        assertThat(cloud.admin.listUsers(list -> list.userPoolId(application.pool)).users())
                .isEmpty();
    }

    @Test
    void an_answer_that_is_none_is_refused() {
        for (var answer : List.of("[]", "{\"email\": 1}")) {
            answering(answer);
            assertThat(signIn().told("error_description"))
                    .isEqualTo("Unrecognizable lambda output");
        }
        cloud.functions.body = JsonNode::toString;
        assertThat(signIn().told("code")).isNotEmpty();
    }
}
