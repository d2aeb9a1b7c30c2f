package groundschool.emulator.cognito.login;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.cognito.CognitoCloud;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TermsDescriptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TermsEnforcementType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TermsSourceType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TermsType;

class TermsTest {

    private final Application application = new Application();
    private final CognitoCloud cloud = application.cloud;

    @AfterEach
    void close() {
        application.close();
    }

    private TermsType create(String name, Map<String, String> links) {
        return cloud.admin
                .createTerms(terms ->
                        terms.userPoolId(application.pool)
                                .clientId(application.client)
                                .termsName(name)
                                .termsSource(TermsSourceType.LINK)
                                .enforcement(TermsEnforcementType.NONE)
                                .links(links))
                .terms();
    }

    private String signUpPage(String... more) {
        return application
                .browser
                .open(application.authorize(more).replace("/oauth2/authorize", "/signup"))
                .text();
    }

    @Test
    void people_see_what_they_agree_to_in_their_language() {
        assertThat(signUpPage()).doesNotContain("you agree to");
        create(
                "terms-of-use",
                Map.of(
                        "cognito:default", "https://shop.example/terms",
                        "cognito:german", "https://shop.example/agb"));
        create("privacy-policy", Map.of("cognito:default", "https://shop.example/privacy"));

        assertThat(signUpPage())
                .contains("<a href=\"https://shop.example/terms\">Terms of use</a>")
                .contains("<a href=\"https://shop.example/privacy\">Privacy policy</a>");
        assertThat(signUpPage("lang", "de"))
                .contains("<a href=\"https://shop.example/agb\">Terms of use</a>")
                .contains("https://shop.example/privacy");
    }

    @Test
    void terms_are_described_listed_changed_and_deleted() {
        var terms = create("terms-of-use", Map.of("cognito:default", "https://shop.example/1"));
        create("privacy-policy", Map.of("cognito:default", "https://shop.example/p"));

        cloud.admin.updateTerms(change ->
                change.userPoolId(application.pool)
                        .termsId(terms.termsId())
                        .links(Map.of("cognito:default", "https://shop.example/2")));

        assertThat(
                        cloud.admin
                                .describeTerms(wish ->
                                        wish.userPoolId(application.pool).termsId(terms.termsId()))
                                .terms()
                                .links())
                .isEqualTo(Map.of("cognito:default", "https://shop.example/2"));
        assertThat(cloud.admin.listTerms(list -> list.userPoolId(application.pool)).terms())
                .extracting(TermsDescriptionType::termsName)
                .containsExactlyInAnyOrder("terms-of-use", "privacy-policy");
        assertThat(
                        cloud.admin
                                .listTerms(list -> list.userPoolId(application.pool).maxResults(1))
                                .nextToken())
                .isNotEmpty();
        cloud.admin.deleteTerms(wish -> wish.userPoolId(application.pool).termsId(terms.termsId()));
        assertThat(
                        refusal(() ->
                                cloud.admin.describeTerms(wish ->
                                        wish.userPoolId(application.pool)
                                                .termsId(terms.termsId()))))
                .startsWith("ResourceNotFoundException");
    }

    @Test
    void terms_that_cannot_be_are_refused() {
        create("terms-of-use", Map.of("cognito:default", "https://shop.example/1"));

        assertThat(
                        refusal(() ->
                                create(
                                        "terms-of-use",
                                        Map.of("cognito:default", "https://shop.example/2"))))
                .startsWith("TermsExistsException");
        assertThat(
                        refusal(() ->
                                create(
                                        "privacy-policy",
                                        Map.of("cognito:german", "https://shop.example/2"))))
                .isEqualTo("InvalidParameterException: Links must contain cognito:default");
        assertThat(
                        refusal(() ->
                                create(
                                        "privacy-policy",
                                        Map.of("cognito:default", "javascript:alert(1)"))))
                .startsWith("InvalidParameterException: Invalid link");
    }

    @Test
    void terms_go_with_their_application() {
        create("terms-of-use", Map.of("cognito:default", "https://shop.example/1"));

        cloud.admin.deleteUserPoolClient(
                client -> client.userPoolId(application.pool).clientId(application.client));

        assertThat(cloud.admin.listTerms(list -> list.userPoolId(application.pool)).terms())
                .isEmpty();
    }
}
