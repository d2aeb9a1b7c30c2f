package groundschool.emulator.cognito.login;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.cognito.CognitoCloud;
import groundschool.emulator.sts.SamlIdp;
import groundschool.emulator.wire.FormFields;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.IdentityProviderTypeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;

/// People for whom a SAML provider vouches.
class SamlFederationTest {

    private static final String MAIL =
            "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress";

    private final SamlIdp idp = new SamlIdp();
    private final Application application = new Application();
    private final CognitoCloud cloud = application.cloud;
    private final Browser browser = application.browser;

    @BeforeEach
    void federate() {
        create(Map.of("MetadataFile", metadata()));
        cloud.admin.updateUserPoolClient(client ->
                client.userPoolId(application.pool)
                        .clientId(application.client)
                        .allowedOAuthFlowsUserPoolClient(true)
                        .allowedOAuthFlows(OAuthFlowType.CODE)
                        .allowedOAuthScopes("openid", "email", "aws.cognito.signin.user.admin")
                        .callbackURLs(Application.BACK)
                        .supportedIdentityProviders("COGNITO", "Campus"));
    }

    @AfterEach
    void close() {
        application.close();
    }

    private String metadata() {
        return idp.metadata().replace("bindings:HTTP-POST", "bindings:HTTP-Redirect");
    }

    private void create(Map<String, String> details) {
        cloud.admin.createIdentityProvider(provider ->
                provider.userPoolId(application.pool)
                        .providerName("Campus")
                        .providerType(IdentityProviderTypeType.SAML)
                        .providerDetails(details)
                        .attributeMapping(Map.of("email", MAIL)));
    }

    /// What the provider is asked.
    private record Asked(String xml, String relay) {

        String id() {
            var id = Pattern.compile(" ID=\"([^\"]+)\"").matcher(xml);
            assertThat(id.find()).as(xml).isTrue();
            return id.group(1);
        }

        String consumer() {
            var consumer = Pattern.compile("AssertionConsumerServiceURL=\"([^\"]+)\"").matcher(xml);
            assertThat(consumer.find()).as(xml).isTrue();
            return consumer.group(1);
        }
    }

    private Asked leave() {
        var away = browser.open(application.authorize("identity_provider", "Campus"));
        assertThat(away.location()).startsWith("https://id.example.com/saml/sso?SAMLRequest=");
        var query = FormFields.of(away.location().substring(away.location().indexOf('?') + 1));
        return new Asked(
                inflated(query.get("SAMLRequest").orElse("")), query.get("RelayState").orElse(""));
    }

    private static String inflated(String base64) {
        var bytes = new ByteArrayInputStream(Base64.getDecoder().decode(base64));
        try (var in = new InflaterInputStream(bytes, new Inflater(true))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// What a good answer says.
    private String answer(Asked asked, String email) {
        var now = cloud.sandbox().clock().now();
        return answer(asked, email, now, "urn:amazon:cognito:sp:" + application.pool);
    }

    private static String answer(Asked asked, String email, Instant now, String audience) {
        return """
        <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_response"
            Version="2.0" IssueInstant="%1$s" Destination="%4$s" InResponseTo="%5$s">
          <Issuer xmlns="urn:oasis:names:tc:SAML:2.0:assertion">%7$s</Issuer>
          <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
          <Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ID="_assertion%5$s" IssueInstant="%1$s" Version="2.0">
            <Issuer>%7$s</Issuer>
            <Subject>
              <NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">reader-1</NameID>
              <SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
                <SubjectConfirmationData NotOnOrAfter="%3$s" Recipient="%4$s" InResponseTo="%5$s"/>
              </SubjectConfirmation>
            </Subject>
            <Conditions NotBefore="%2$s" NotOnOrAfter="%3$s">
              <AudienceRestriction><Audience>%6$s</Audience></AudienceRestriction>
            </Conditions>
            <AttributeStatement>%8$s</AttributeStatement>
            <AuthnStatement AuthnInstant="%1$s"/>
          </Assertion>
        </samlp:Response>
        """
                .formatted(
                        now,
                        now.minusSeconds(60),
                        now.plusSeconds(300),
                        asked.consumer(),
                        asked.id(),
                        audience,
                        SamlIdp.ISSUER,
                        SamlIdp.plain(MAIL, email));
    }

    /// The provider's page posts what it says.
    private Browser.Page bring(Asked asked, String response) {
        return browser.post(
                "/saml2/idpresponse",
                Map.of("SAMLResponse", SamlIdp.encoded(response), "RelayState", asked.relay()));
    }

    private Browser.Page in(String email) {
        var asked = leave();
        return browser.open(bring(asked, idp.signed(answer(asked, email))).location());
    }

    @Test
    void the_provider_is_asked_in_the_name_of_the_pool() {
        var asked = leave();

        assertThat(asked.xml())
                .contains("urn:amazon:cognito:sp:" + application.pool)
                .contains("bindings:HTTP-POST");
        assertThat(asked.consumer())
                .startsWith("http://shop.auth.eu-west-1.localhost:")
                .endsWith("/saml2/idpresponse");
    }

    @Test
    void whoever_the_provider_vouches_for_is_in_and_the_same_again() {
        var tokens = application.exchange(in("ada@campus.example").told("code"));

        var id = CognitoCloud.claims(tokens.path("id_token").asString());
        assertThat(id)
                .containsEntry("cognito:username", "Campus_reader-1")
                .containsEntry("email", "ada@campus.example")
                .containsEntry("email_verified", false);
        assertThat(id.get("identities"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("providerType", "SAML")
                .containsEntry("userId", "reader-1")
                .containsEntry("issuer", SamlIdp.ISSUER);

        browser.forgetCookies();
        in("ada@new.example");

        var user =
                cloud.admin.adminGetUser(
                        get -> get.userPoolId(application.pool).username("Campus_reader-1"));
        assertThat(user.userStatus()).isEqualTo(UserStatusType.EXTERNAL_PROVIDER);
        assertThat(user.userAttributes())
                .contains(CognitoCloud.attribute("email", "ada@new.example"));
    }

    @Test
    void an_answer_that_is_not_the_provider_s_or_not_for_us_lets_nobody_in() {
        var asked = leave();
        var now = cloud.sandbox().clock().now();
        var good = answer(asked, "ada@campus.example");
        var pool = "urn:amazon:cognito:sp:" + application.pool;

        assertThat(told(asked, good)).contains("SAML Assertion signature is invalid");
        assertThat(told(asked, new SamlIdp().signed(good)))
                .contains("SAML Assertion signature is invalid");
        assertThat(told(asked, idp.signed(good).replace("reader-1", "reader-2")))
                .contains("SAML Assertion signature is invalid");
        assertThat(told(asked, idp.signed(answer(asked, "a@b.c", now, pool + "x"))))
                .contains("Audience restriction was not satisfied");
        assertThat(told(asked, idp.signed(answer(asked, "a@b.c", now.minusSeconds(900), pool))))
                .contains("expired");
        assertThat(told(asked, idp.signed(good.replace(asked.id(), "_other"))))
                .contains("InResponseTo");
        assertThat(told(asked, idp.signed(good.replace("/saml2/idpresponse", "/elsewhere"))))
                .contains("Recipient");
        assertThat(
                        told(
                                asked,
                                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"))
                .contains("Invalid SAMLResponse");
        assertThat(cloud.admin.listUsers(list -> list.userPoolId(application.pool)).users())
                .isEmpty();
    }

    /// What the application is told.
    private String told(Asked asked, String response) {
        var page = bring(asked, response);
        assertThat(page.location()).startsWith(Application.BACK);
        return page.told("error_description");
    }

    @Test
    void an_answer_is_good_once_and_in_the_browser_that_left() {
        var asked = leave();
        var signed = idp.signed(answer(asked, "ada@campus.example"));
        var next = bring(asked, signed).location();
        assertThat(told(asked, signed)).contains("used before");

        var other = new Browser(cloud.emulator, "shop.auth.eu-west-1.localhost");
        assertThat(other.open(next).status()).isEqualTo(400);

        assertThat(browser.open(next).told("code")).isNotEmpty();
        assertThat(browser.open(next).status()).isEqualTo(400);
    }

    @Test
    void an_answer_that_nobody_waits_for_is_refused() {
        var asked = leave();
        var signed = idp.signed(answer(asked, "ada@campus.example"));

        var strange = bring(new Asked(asked.xml(), "made up"), signed);
        cloud.advance(Duration.ofMinutes(11));
        var late = bring(asked, signed);

        assertThat(List.of(strange, late))
                .allSatisfy(page -> {
                    assertThat(page.status()).isEqualTo(400);
                    assertThat(page.text())
                            .contains("Invalid samlResponse or relayState from identity provider");
                });
    }

    /// What a provider sends somebody with who was not asked for.
    private Asked unasked(String more) {
        var consumer = leave().consumer();
        return new Asked(
                " ID=\"none\" AssertionConsumerServiceURL=\"%s\"".formatted(consumer),
                "identity_provider=Campus&client_id=%s&redirect_uri=%s&response_type=code&scope=openid+email%s"
                        .formatted(application.client, Authorize.encoded(Application.BACK), more));
    }

    private String unaskedAnswer(Asked asked) {
        return idp.signed(
                answer(asked, "ada@campus.example").replace(" InResponseTo=\"none\"", ""));
    }

    @Test
    void a_provider_sends_people_of_its_own_accord_where_the_owner_has_it_so() {
        var asked = unasked("&state=mine");
        var signed = unaskedAnswer(asked);
        var refused = bring(asked, signed);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("Invalid samlResponse or relayState");
        change(Map.of("MetadataFile", metadata(), "IDPInit", "true"));

        var in = bring(asked, signed);

        assertThat(in.location()).startsWith(Application.BACK);
        assertThat(in.told("state")).isEqualTo("mine");
        assertThat(application.exchange(in.told("code")).path("id_token").asString()).isNotEmpty();
        assertThat(told(asked, signed)).contains("used before");
        assertThat(told(asked, idp.signed(answer(asked, "ada@campus.example"))))
                .contains("InResponseTo does not match");
        var late = unaskedAnswer(asked);
        cloud.advance(Duration.ofSeconds(301));
        assertThat(told(asked, late)).contains("issued too long ago");
        var astray =
                bring(
                        new Asked(
                                asked.xml(),
                                asked.relay().replace("localhost%3A3000", "evil.example")),
                        unaskedAnswer(asked));
        assertThat(astray.location()).isEmpty();
    }

    @Test
    void whoever_came_from_a_provider_signs_out_there_too_where_the_owner_has_it_so() {
        var out =
                "/logout?client_id=%s&logout_uri=%s"
                        .formatted(application.client, Authorize.encoded(Application.OUT));
        cloud.admin.updateUserPoolClient(client ->
                client.userPoolId(application.pool)
                        .clientId(application.client)
                        .allowedOAuthFlowsUserPoolClient(true)
                        .allowedOAuthFlows(OAuthFlowType.CODE)
                        .allowedOAuthScopes("openid")
                        .callbackURLs(Application.BACK)
                        .logoutURLs(Application.OUT)
                        .supportedIdentityProviders("COGNITO", "Campus"));
        change(
                Map.of(
                        "IDPSignout",
                        "true",
                        "MetadataFile",
                        metadata()
                                .replace(
                                        "<SingleSignOnService",
                                        """
                                        <SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
                                            Location="https://id.example.com/saml/slo"/><SingleSignOnService\
                                        """)));
        assertThat(browser.open(out).location()).isEqualTo(Application.OUT);
        in("ada@campus.example");

        var away = browser.open(out);

        assertThat(away.location()).startsWith("https://id.example.com/saml/slo?SAMLRequest=");
        assertThat(away.told("Signature")).isNotEmpty();
        assertThat(inflated(away.told("SAMLRequest")))
                .contains("LogoutRequest")
                .contains(">reader-1<")
                .contains("urn:amazon:cognito:sp:" + application.pool);
        assertThat(
                        browser.post("/saml2/logout", Map.of("RelayState", away.told("RelayState")))
                                .location())
                .isEqualTo(Application.OUT);
        assertThat(browser.post("/saml2/logout", Map.of("RelayState", "made up")).status())
                .isEqualTo(400);
        assertThat(browser.open(out).location()).isEqualTo(Application.OUT);
    }

    private X509Certificate certificate() {
        var answer =
                cloud.admin
                        .getSigningCertificate(get -> get.userPoolId(application.pool))
                        .certificate();
        return read(answer);
    }

    private static X509Certificate read(String base64) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }

    private void change(Map<String, String> details) {
        cloud.admin.updateIdentityProvider(provider ->
                provider.userPoolId(application.pool)
                        .providerName("Campus")
                        .providerDetails(details));
    }

    @Test
    void the_pool_s_certificate_is_its_own_for_ten_years_and_a_new_one_each_year()
            throws Exception {
        var first = certificate();

        first.verify(first.getPublicKey());
        first.checkValidity(Date.from(cloud.sandbox().clock().now()));
        assertThat(first.getSubjectX500Principal().getName()).isEqualTo("CN=" + application.pool);
        assertThat(
                        Duration.between(
                                        first.getNotBefore().toInstant(),
                                        first.getNotAfter().toInstant())
                                .toDays())
                .isEqualTo(3652);
        assertThat(certificate()).isEqualTo(first);

        cloud.advance(Duration.ofDays(365));

        var second = certificate();
        assertThat(second.getSerialNumber()).isNotEqualTo(first.getSerialNumber());
        assertThat(second.getPublicKey()).isEqualTo(first.getPublicKey());
    }

    @Test
    void requests_are_signed_where_the_provider_wants_them_to_be() throws Exception {
        assertThat(browser.open(application.authorize("identity_provider", "Campus")).location())
                .doesNotContain("Signature");
        change(Map.of("MetadataFile", metadata(), "RequestSigningAlgorithm", "rsa-sha256"));

        var query =
                browser.open(application.authorize("identity_provider", "Campus"))
                        .location()
                        .split("\\?", 2)[1];

        var mark = query.indexOf("&Signature=");
        var fields = FormFields.of(query);
        assertThat(fields.get("SigAlg"))
                .contains("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(certificate());
        signature.update(query.substring(0, mark).getBytes(StandardCharsets.UTF_8));
        assertThat(
                        signature.verify(
                                Base64.getDecoder().decode(fields.get("Signature").orElseThrow())))
                .isTrue();
    }

    @Test
    void answers_are_encrypted_where_the_owner_says_so() {
        change(Map.of("MetadataFile", metadata(), "EncryptedResponses", "true"));
        var certificate =
                cloud.admin
                        .describeIdentityProvider(provider ->
                                provider.userPoolId(application.pool).providerName("Campus"))
                        .identityProvider()
                        .providerDetails()
                        .getOrDefault("ActiveEncryptionCertificate", "");
        var key = read(certificate).getPublicKey();

        var plain = leave();
        assertThat(told(plain, idp.signed(answer(plain, "ada@campus.example"))))
                .contains("requires encrypted assertions");
        var asked = leave();
        var sealed = SamlIdp.encrypted(idp.signed(answer(asked, "ada@campus.example")), key, "gcm");
        assertThat(browser.open(bring(asked, sealed).location()).told("code")).isNotEmpty();
    }

    @Test
    void details_that_cannot_be_are_refused() {
        cloud.admin.deleteIdentityProvider(
                provider -> provider.userPoolId(application.pool).providerName("Campus"));

        assertThat(refusal(() -> create(Map.of()))).contains("MetadataURL and MetadataFile");
        assertThat(refusal(() -> create(Map.of("MetadataFile", "<x/>"))))
                .contains("Invalid metadata");
        assertThat(refusal(() -> create(Map.of("MetadataFile", idp.metadata()))))
                .contains("HTTP-Redirect");
        assertThat(refusal(() -> create(Map.of("MetadataFile", metadata(), "IDPSignout", "true"))))
                .contains("no SingleLogoutService");
        assertThat(
                        refusal(() ->
                                create(
                                        Map.of(
                                                "MetadataFile",
                                                metadata(),
                                                "RequestSigningAlgorithm",
                                                "md5"))))
                .contains("RequestSigningAlgorithm must be rsa-sha256");
    }
}
