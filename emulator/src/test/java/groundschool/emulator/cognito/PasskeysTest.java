package groundschool.emulator.cognito;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import groundschool.emulator.AwsException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFactorType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserVerificationType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.WebAuthnCredentialDescription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PasskeysTest {

    private final CognitoCloud cloud = new CognitoCloud();
    private String pool = "";
    private String client = "";
    private String token = "";

    @BeforeEach
    void makePool() {
        pool =
                cloud.pool(wish ->
                        wish.policies(all ->
                                all.signInPolicy(policy ->
                                        policy.allowedFirstAuthFactors(
                                                AuthFactorType.PASSWORD,
                                                AuthFactorType.WEB_AUTHN))));
        relyingParty("shop.example", UserVerificationType.PREFERRED);
        client = cloud.client(pool);
        cloud.user(client, "ada");
        token = cloud.signIn(client, "ada").accessToken();
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private void relyingParty(String id, UserVerificationType verification) {
        cloud.admin.setUserPoolMfaConfig(config ->
                config.userPoolId(pool)
                        .mfaConfiguration(UserPoolMfaType.OFF)
                        .webAuthnConfiguration(
                                all -> all.relyingPartyId(id).userVerification(verification)));
    }

    private JsonNode start() {
        var options =
                cloud.anybody
                        .startWebAuthnRegistration(wish -> wish.accessToken(token))
                        .credentialCreationOptions();
        return JsonMapper.shared().valueToTree(options.unwrap());
    }

    private static Document document(String json) {
        return document(JsonMapper.shared().readTree(json));
    }

    private static Document document(JsonNode json) {
        if (json.isObject()) {
            var all = new LinkedHashMap<String, Document>();
            json.forEachEntry((name, value) -> all.put(name, document(value)));
            return Document.fromMap(all);
        }
        return json.isArray()
                ? Document.fromList(json.valueStream().map(PasskeysTest::document).toList())
                : Document.fromString(json.asString());
    }

    private void complete(String credential) {
        cloud.anybody.completeWebAuthnRegistration(
                wish -> wish.accessToken(token).credential(document(credential)));
    }

    private void register(SoftwareAuthenticator key) {
        complete(key.create(start()));
    }

    private InitiateAuthResponse begin() {
        return cloud.begin(
                client,
                AuthFlowType.USER_AUTH,
                "USERNAME",
                "ada",
                "PREFERRED_CHALLENGE",
                "WEB_AUTHN");
    }

    private AuthenticationResultType answer(InitiateAuthResponse begun, String credential) {
        return cloud.answer(
                        client,
                        ChallengeNameType.WEB_AUTHN,
                        begun.session(),
                        "USERNAME",
                        "ada",
                        "CREDENTIAL",
                        credential)
                .authenticationResult();
    }

    private AuthenticationResultType signIn(SoftwareAuthenticator key) {
        var begun = begin();
        return answer(begun, key.get(options(begun)));
    }

    private static String options(InitiateAuthResponse begun) {
        return options(begun.challengeParameters());
    }

    private static String options(Map<String, String> parameters) {
        return parameters.getOrDefault("CREDENTIAL_REQUEST_OPTIONS", "");
    }

    @Test
    void a_browser_is_told_what_key_to_make() {
        var options = start();

        assertThat(options.path("rp").path("id").asString()).isEqualTo("shop.example");
        assertThat(options.path("user").path("name").asString()).isEqualTo("ada");
        assertThat(options.path("challenge").asString()).hasSizeGreaterThan(40);
        assertThat(options.path("authenticatorSelection").path("residentKey").asString())
                .isEqualTo("required");
        assertThat(options.path("authenticatorSelection").path("userVerification").asString())
                .isEqualTo("preferred");
        assertThat(options.path("pubKeyCredParams").get(0).path("alg").asInt()).isEqualTo(-7);
        assertThat(options.path("excludeCredentials")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "RS256", "EdDSA"})
    void somebody_signs_in_by_a_passkey(String algorithm) {
        var key = new SoftwareAuthenticator(algorithm);
        register(key);
        var begun = begin();

        assertThat(begun.challengeName()).isEqualTo(ChallengeNameType.WEB_AUTHN);
        var options = JsonMapper.shared().readTree(options(begun));
        assertThat(options.path("rpId").asString()).isEqualTo("shop.example");
        assertThat(options.path("allowCredentials").get(0).path("id").asString())
                .isEqualTo(key.name());
        var tokens = answer(begun, key.get(options(begun)));
        assertThat(CognitoCloud.claims(tokens.idToken())).containsEntry("cognito:username", "ada");
        assertThat(signIn(key).accessToken()).isNotEmpty();
    }

    @Test
    void a_key_that_vouches_for_itself_is_taken() {
        var key = new SoftwareAuthenticator("ES256");
        key.format = "packed";

        register(key);

        assertThat(signIn(key).accessToken()).isNotEmpty();
    }

    @Test
    void passkeys_are_among_what_one_can_choose() {
        var key = new SoftwareAuthenticator("ES256");
        register(key);
        var begun = cloud.begin(client, AuthFlowType.USER_AUTH, "USERNAME", "ada");

        assertThat(begun.availableChallenges()).contains(ChallengeNameType.WEB_AUTHN);
        var asked =
                cloud.answer(
                        client,
                        ChallengeNameType.SELECT_CHALLENGE,
                        begun.session(),
                        "USERNAME",
                        "ada",
                        "ANSWER",
                        "WEB_AUTHN");
        var tokens =
                cloud.answer(
                        client,
                        ChallengeNameType.WEB_AUTHN,
                        asked.session(),
                        "USERNAME",
                        "ada",
                        "CREDENTIAL",
                        key.get(options(asked.challengeParameters())));
        assertThat(tokens.authenticationResult().accessToken()).isNotEmpty();
        assertThat(
                        cloud.anybody
                                .getUserAuthFactors(wish -> wish.accessToken(token))
                                .configuredUserAuthFactorsAsStrings())
                .contains("WEB_AUTHN");
    }

    @Test
    void passkeys_are_listed_and_deleted() {
        var one = new SoftwareAuthenticator("ES256");
        register(one);
        cloud.advance(Duration.ofSeconds(1));
        var two = new SoftwareAuthenticator("ES256");
        register(two);

        var listed =
                cloud.anybody.listWebAuthnCredentials(
                        wish -> wish.accessToken(token).maxResults(1));
        assertThat(listed.credentials())
                .extracting(WebAuthnCredentialDescription::credentialId)
                .containsExactly(one.name());
        assertThat(listed.credentials().getFirst().relyingPartyId()).isEqualTo("shop.example");
        assertThat(listed.credentials().getFirst().authenticatorTransports())
                .containsExactly("internal");
        assertThat(listed.nextToken()).isNotEmpty();
        assertThat(start().path("excludeCredentials")).hasSize(2);

        cloud.anybody.deleteWebAuthnCredential(
                wish -> wish.accessToken(token).credentialId(one.name()));
        assertThat(refusal(() -> signIn(one))).startsWith("NotAuthorizedException");
        assertThat(signIn(two).accessToken()).isNotEmpty();
        assertThat(
                        refusal(() ->
                                cloud.anybody.deleteWebAuthnCredential(
                                        wish -> wish.accessToken(token).credentialId(one.name()))))
                .startsWith("ResourceNotFoundException");
    }

    @Test
    void what_a_key_has_signed_counts_once_and_for_its_challenge() {
        var key = new SoftwareAuthenticator("ES256");
        register(key);
        var first = begin();
        var answer = key.get(options(first));
        answer(first, answer);

        assertThat(refusal(() -> answer(first, answer))).startsWith("NotAuthorizedException");
        var second = begin();
        assertThat(refusal(() -> answer(second, answer))).startsWith("NotAuthorizedException");
        key.count = 0;
        assertThat(refusal(() -> signIn(key))).startsWith("NotAuthorizedException");
    }

    @Test
    void another_key_or_another_page_signs_nobody_in() {
        var key = new SoftwareAuthenticator("ES256");
        register(key);
        var forged = new SoftwareAuthenticator("ES256");
        System.arraycopy(key.id, 0, forged.id, 0, key.id.length);
        forged.count = 9;

        assertThat(refusal(() -> signIn(forged))).startsWith("NotAuthorizedException");
        key.origin = "https://shop.example.evil.example";
        assertThat(refusal(() -> signIn(key))).startsWith("WebAuthnOriginNotAllowedException");
        key.origin = "https://www.shop.example";
        assertThat(signIn(key).accessToken()).isNotEmpty();
        key.relyingParty = "evil.example";
        assertThat(refusal(() -> signIn(key))).startsWith("NotAuthorizedException");
    }

    @Test
    void registrations_that_are_not_right_are_refused() {
        var key = new SoftwareAuthenticator("ES256");
        assertThat(
                        refusal(() ->
                                complete(
                                        key.create(
                                                JsonMapper.shared()
                                                        .readTree("{\"challenge\":\"x\"}")))))
                .startsWith("WebAuthnChallengeNotFoundException");
        var options = start();
        cloud.advance(Duration.ofMinutes(6));
        assertThat(refusal(() -> complete(key.create(options))))
                .startsWith("WebAuthnChallengeNotFoundException");
        key.relyingParty = "evil.example";
        assertThat(refusal(() -> register(key)))
                .startsWith("WebAuthnRelyingPartyMismatchException");
        key.relyingParty = "shop.example";
        key.origin = "http://shop.example";
        assertThat(refusal(() -> register(key))).startsWith("WebAuthnOriginNotAllowedException");
        key.origin = "https://shop.example";
        key.format = "tpm";
        assertThat(refusal(() -> register(key)))
                .startsWith("WebAuthnCredentialNotSupportedException");
        key.format = "none";
        assertThat(refusal(() -> complete("{\"id\": \"x\"}")))
                .startsWith("WebAuthnChallengeNotFoundException");
        start();
        assertThat(refusal(() -> complete("{\"id\": \"x\"}")))
                .startsWith("InvalidParameterException");
    }

    @Test
    void a_pool_may_want_authenticators_to_know_who_uses_them() {
        relyingParty("shop.example", UserVerificationType.REQUIRED);
        var key = new SoftwareAuthenticator("ES256");
        register(key);
        key.flags = 0x01;

        assertThat(refusal(() -> signIn(key))).startsWith("NotAuthorizedException");
        var configured = cloud.admin.getUserPoolMfaConfig(wish -> wish.userPoolId(pool));
        assertThat(configured.webAuthnConfiguration().userVerification())
                .isEqualTo(UserVerificationType.REQUIRED);
        assertThat(configured.webAuthnConfiguration().relyingPartyId()).isEqualTo("shop.example");
    }

    @Test
    void where_two_factors_are_wanted_a_passkey_is_enough_only_if_the_pool_says_so() {
        var key = new SoftwareAuthenticator("ES256");
        register(key);
        mfa("SINGLE_FACTOR");
        assertThat(begin().challengeName()).isEqualTo(ChallengeNameType.SELECT_CHALLENGE);

        mfa("MULTI_FACTOR_WITH_USER_VERIFICATION");
        assertThat(signIn(key).accessToken()).isNotEmpty();
    }

    @Test
    void somebody_may_want_that_a_passkey_is_only_one_factor() {
        var key = new SoftwareAuthenticator("ES256");
        register(key);
        cloud.admin.adminUpdateUserAttributes(update ->
                update.userPoolId(pool)
                        .username("ada")
                        .userAttributes(CognitoCloud.attribute("phone_number", "+4915112345678")));
        cloud.call("cognito-idp", "AdminSetUserMFAPreference", wish("SMSMfaSettings", true));
        mfa("MULTI_FACTOR_WITH_USER_VERIFICATION");

        cloud.call("cognito-idp", "AdminSetUserMFAPreference", wish("WebAuthnMfaSettings", false));
        var without = begin().challengeName();
        cloud.call("cognito-idp", "AdminSetUserMFAPreference", wish("WebAuthnMfaSettings", true));

        assertThat(without).isEqualTo(ChallengeNameType.SELECT_CHALLENGE);
        assertThat(signIn(key).accessToken()).isNotEmpty();
    }

    private String wish(String factor, boolean enabled) {
        return "{\"UserPoolId\": \"%s\", \"Username\": \"ada\", \"%s\": {\"Enabled\": %s}}"
                .formatted(pool, factor, enabled);
    }

    @Test
    void a_passkey_is_two_factors_only_beside_another_and_where_the_pool_says_so() {
        mfa("SINGLE_FACTOR");
        assertThat(refused(wish("WebAuthnMfaSettings", true)))
                .contains("MULTI_FACTOR_WITH_USER_VERIFICATION");
        mfa("MULTI_FACTOR_WITH_USER_VERIFICATION");
        assertThat(refused(wish("WebAuthnMfaSettings", true)))
                .contains("at least one other MFA method");
    }

    private String refused(String wish) {
        return catchThrowableOfType(
                        AwsException.class,
                        () -> cloud.call("cognito-idp", "AdminSetUserMFAPreference", wish))
                .message();
    }

    private void mfa(String factor) {
        cloud.call(
                "cognito-idp",
                "SetUserPoolMfaConfig",
                """
                {"UserPoolId": "%s", "MfaConfiguration": "ON",
                 "SoftwareTokenMfaConfiguration": {"Enabled": true},
                 "WebAuthnConfiguration": {"RelyingPartyId": "shop.example", "UserVerification": "required",
                                           "FactorConfiguration": "%s"}}
                """
                        .formatted(pool, factor));
    }

    @Test
    void a_pool_without_passkeys_or_a_place_for_them_says_so() {
        var without = cloud.pool();
        var web = cloud.client(without);
        cloud.user(web, "ada");
        var access = cloud.signIn(web, "ada").accessToken();
        assertThat(
                        refusal(() ->
                                cloud.anybody.startWebAuthnRegistration(
                                        wish -> wish.accessToken(access))))
                .startsWith("WebAuthnNotEnabledException");
        cloud.admin.updateUserPool(wish ->
                wish.userPoolId(without)
                        .policies(all ->
                                all.signInPolicy(policy ->
                                        policy.allowedFirstAuthFactors(
                                                AuthFactorType.PASSWORD,
                                                AuthFactorType.WEB_AUTHN))));
        assertThat(
                        refusal(() ->
                                cloud.anybody.startWebAuthnRegistration(
                                        wish -> wish.accessToken(access))))
                .startsWith("WebAuthnConfigurationMissingException");
        cloud.admin.createUserPoolDomain(wish -> wish.userPoolId(without).domain("shop"));
        var options =
                cloud.anybody
                        .startWebAuthnRegistration(wish -> wish.accessToken(access))
                        .credentialCreationOptions();
        assertThat(
                        JsonMapper.shared()
                                .<JsonNode>valueToTree(options.unwrap())
                                .path("rp")
                                .path("id")
                                .asString())
                .isEqualTo("shop.auth.eu-west-1.localhost");
    }
}
