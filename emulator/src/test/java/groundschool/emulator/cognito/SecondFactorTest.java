package groundschool.emulator.cognito;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.mfa.Totp;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFactorType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifySoftwareTokenResponseType;

class SecondFactorTest {

    private final CognitoCloud cloud = new CognitoCloud();
    private final String pool = cloud.pool();
    private final String client = cloud.client(pool);

    @AfterEach
    void close() {
        cloud.close();
    }

    private void mfa(UserPoolMfaType mode) {
        cloud.admin.setUserPoolMfaConfig(set ->
                set.userPoolId(pool)
                        .mfaConfiguration(mode)
                        .softwareTokenMfaConfiguration(token -> token.enabled(true)));
    }

    private String now(String seed) {
        return Totp.code(seed, cloud.sandbox().clock().now());
    }

    private String withApplication(String username) {
        cloud.user(client, username);
        var token = cloud.signIn(client, username).accessToken();
        var seed =
                cloud.anybody
                        .associateSoftwareToken(associate -> associate.accessToken(token))
                        .secretCode();
        cloud.anybody.verifySoftwareToken(verify -> verify.accessToken(token).userCode(now(seed)));
        cloud.anybody.setUserMFAPreference(set ->
                set.accessToken(token)
                        .softwareTokenMfaSettings(wish -> wish.enabled(true).preferredMfa(true)));
        return seed;
    }

    private InitiateAuthResponse begin(String username) {
        return cloud.begin(
                client,
                AuthFlowType.USER_PASSWORD_AUTH,
                "USERNAME",
                username,
                "PASSWORD",
                CognitoCloud.PASSWORD);
    }

    private RespondToAuthChallengeResponse answer(String session, String code) {
        return cloud.answer(
                client,
                ChallengeNameType.SOFTWARE_TOKEN_MFA,
                session,
                "USERNAME",
                "ada",
                "SOFTWARE_TOKEN_MFA_CODE",
                code);
    }

    @Test
    void an_application_s_code_is_asked_for_and_taken_once() {
        mfa(UserPoolMfaType.OPTIONAL);
        var seed = withApplication("ada");
        cloud.advance(Duration.ofMinutes(1));

        var challenge = begin("ada");

        assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.SOFTWARE_TOKEN_MFA);
        var wrong = now(seed).equals("000000") ? "000001" : "000000";
        assertThat(refusal(() -> answer(challenge.session(), wrong)))
                .isEqualTo("CodeMismatchException: Invalid code received for user");
        assertThat(answer(challenge.session(), now(seed)).authenticationResult().accessToken())
                .isNotEmpty();
        var again = begin("ada");
        assertThat(refusal(() -> answer(again.session(), now(seed))))
                .isEqualTo("ExpiredCodeException: Your software token has already been used once.");
    }

    @Test
    void where_it_is_required_it_is_set_up_while_signing_in() {
        cloud.user(client, "ada");
        mfa(UserPoolMfaType.ON);

        var challenge = begin("ada");

        assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.MFA_SETUP);
        assertThat(challenge.challengeParameters())
                .containsEntry("MFAS_CAN_SETUP", "[\"SOFTWARE_TOKEN_MFA\"]");
        var associated =
                cloud.anybody.associateSoftwareToken(
                        associate -> associate.session(challenge.session()));
        assertThat(
                        refusal(() ->
                                cloud.answer(
                                        client,
                                        ChallengeNameType.MFA_SETUP,
                                        associated.session(),
                                        "USERNAME",
                                        "ada")))
                .startsWith("NotAuthorizedException: Invalid session");
        var verified =
                cloud.anybody.verifySoftwareToken(verify ->
                        verify.session(associated.session())
                                .userCode(now(associated.secretCode())));
        assertThat(verified.status()).isEqualTo(VerifySoftwareTokenResponseType.SUCCESS);
        var tokens =
                cloud.answer(
                                client,
                                ChallengeNameType.MFA_SETUP,
                                verified.session(),
                                "USERNAME",
                                "ada")
                        .authenticationResult();
        assertThat(tokens.accessToken()).isNotEmpty();
        assertThat(begin("ada").challengeName()).isEqualTo(ChallengeNameType.SOFTWARE_TOKEN_MFA);
    }

    @Test
    void a_wrong_code_verifies_no_application() {
        mfa(UserPoolMfaType.OPTIONAL);
        cloud.user(client, "ada");
        var token = cloud.signIn(client, "ada").accessToken();
        var seed =
                cloud.anybody
                        .associateSoftwareToken(associate -> associate.accessToken(token))
                        .secretCode();
        var wrong = now(seed).equals("000000") ? "000001" : "000000";

        assertThat(
                        refusal(() ->
                                cloud.anybody.verifySoftwareToken(
                                        verify -> verify.accessToken(token).userCode(wrong))))
                .isEqualTo("EnableSoftwareTokenMFAException: Code mismatch");
        assertThat(
                        refusal(() ->
                                cloud.anybody.setUserMFAPreference(set ->
                                        set.accessToken(token)
                                                .softwareTokenMfaSettings(
                                                        wish -> wish.enabled(true)))))
                .isEqualTo("InvalidParameterException: User has not verified software token mfa");
    }

    @Test
    void codes_go_to_a_telephone() {
        cloud.admin.setUserPoolMfaConfig(set ->
                set.userPoolId(pool)
                        .mfaConfiguration(UserPoolMfaType.ON)
                        .smsMfaConfiguration(sms ->
                                sms.smsConfiguration(config ->
                                        config.snsCallerArn(
                                                "arn:aws:iam::111122223333:role/sms"))));
        cloud.user(client, "ada");
        cloud.admin.adminUpdateUserAttributes(update ->
                update.userPoolId(pool)
                        .username("ada")
                        .userAttributes(
                                CognitoCloud.attribute("phone_number", "+4915112345678"),
                                CognitoCloud.attribute("phone_number_verified", "true")));

        var challenge = begin("ada");

        assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.SMS_MFA);
        assertThat(challenge.challengeParameters())
                .containsEntry("CODE_DELIVERY_DELIVERY_MEDIUM", "SMS");
        assertThat(cloud.inbox().getFirst().to()).isEqualTo("+4915112345678");
        var tokens =
                cloud.answer(
                                client,
                                ChallengeNameType.SMS_MFA,
                                challenge.session(),
                                "USERNAME",
                                "ada",
                                "SMS_MFA_CODE",
                                cloud.code())
                        .authenticationResult();
        assertThat(tokens.accessToken()).isNotEmpty();
    }

    @Test
    void an_administrator_takes_an_application_away() {
        mfa(UserPoolMfaType.OPTIONAL);
        withApplication("ada");

        cloud.admin.adminSetUserMFAPreference(set ->
                set.userPoolId(pool)
                        .username("ada")
                        .softwareTokenMfaSettings(wish -> wish.enabled(false)));

        assertThat(begin("ada").authenticationResult().accessToken()).isNotEmpty();
    }

    @Test
    void a_code_by_mail_can_be_the_first_factor() {
        cloud.admin.updateUserPool(update ->
                update.userPoolId(pool)
                        .autoVerifiedAttributes(VerifiedAttributeType.EMAIL)
                        .policies(policies ->
                                policies.signInPolicy(policy ->
                                        policy.allowedFirstAuthFactors(
                                                AuthFactorType.PASSWORD,
                                                AuthFactorType.EMAIL_OTP))));
        cloud.user(client, "ada");

        var choice = cloud.begin(client, AuthFlowType.USER_AUTH, "USERNAME", "ada");

        assertThat(choice.challengeName()).isEqualTo(ChallengeNameType.SELECT_CHALLENGE);
        assertThat(choice.availableChallenges())
                .containsExactlyInAnyOrder(
                        ChallengeNameType.PASSWORD,
                        ChallengeNameType.PASSWORD_SRP,
                        ChallengeNameType.EMAIL_OTP);
        var sent =
                cloud.answer(
                        client,
                        ChallengeNameType.SELECT_CHALLENGE,
                        choice.session(),
                        "USERNAME",
                        "ada",
                        "ANSWER",
                        "EMAIL_OTP");
        var tokens =
                cloud.answer(
                                client,
                                ChallengeNameType.EMAIL_OTP,
                                sent.session(),
                                "USERNAME",
                                "ada",
                                "EMAIL_OTP_CODE",
                                cloud.code())
                        .authenticationResult();
        assertThat(tokens.accessToken()).isNotEmpty();
    }

    @Test
    void srp_can_be_chosen() {
        cloud.user(client, "ada");
        var srp = new SrpClient(pool);

        var challenge =
                cloud.begin(
                        client,
                        AuthFlowType.USER_AUTH,
                        "USERNAME",
                        "ada",
                        "PREFERRED_CHALLENGE",
                        "PASSWORD_SRP",
                        "SRP_A",
                        srp.a());

        assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.PASSWORD_VERIFIER);
        var tokens =
                cloud.anybody
                        .respondToAuthChallenge(respond ->
                                respond.clientId(client)
                                        .challengeName(ChallengeNameType.PASSWORD_VERIFIER)
                                        .session(challenge.session())
                                        .challengeResponses(
                                                srp.answer(
                                                        challenge.challengeParameters(),
                                                        CognitoCloud.PASSWORD)))
                        .authenticationResult();
        assertThat(tokens.accessToken()).isNotEmpty();
    }
}
