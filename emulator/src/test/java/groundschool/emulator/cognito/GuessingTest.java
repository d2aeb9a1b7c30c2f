package groundschool.emulator.cognito;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.cognito.user.Attempts;
import java.util.HashSet;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;

/// No code of six digits can be found by trying.
class GuessingTest {

    private static final String LIMIT =
            "LimitExceededException: Attempt limit exceeded, please try after some time.";

    private final CognitoCloud cloud = new CognitoCloud();
    private final String pool = cloud.pool();
    private final String client = cloud.client(pool);

    @AfterEach
    void close() {
        cloud.close();
    }

    /// What the service says to twenty guesses.
    private static Set<String> guess(ThrowingCallable guess) {
        var said = new HashSet<String>();
        for (int i = 0; i < 20; i++) {
            said.add(refusal(guess));
        }
        return said;
    }

    /// One that is not the code.
    private String wrong() {
        return cloud.code().equals("123456") ? "654321" : "123456";
    }

    @Test
    void the_code_of_a_sign_up_cannot_be_guessed() {
        cloud.signUp(client, "ada");
        var code = cloud.code();

        assertThat(
                        guess(() ->
                                cloud.anybody.confirmSignUp(confirm ->
                                        confirm.clientId(client)
                                                .username("ada")
                                                .confirmationCode(wrong()))))
                .contains(LIMIT);
        assertThat(
                        refusal(() ->
                                cloud.anybody.confirmSignUp(confirm ->
                                        confirm.clientId(client)
                                                .username("ada")
                                                .confirmationCode(code))))
                .isEqualTo(LIMIT);
    }

    @Test
    void the_code_of_a_forgotten_password_cannot_be_guessed() {
        cloud.user(client, "ada");
        cloud.anybody.forgotPassword(forgot -> forgot.clientId(client).username("ada"));

        assertThat(
                        guess(() ->
                                cloud.anybody.confirmForgotPassword(confirm ->
                                        confirm.clientId(client)
                                                .username("ada")
                                                .confirmationCode(wrong())
                                                .password("Battery-staple-2"))))
                .contains(LIMIT);
        assertThat(cloud.signIn(client, "ada").accessToken()).isNotEmpty();
    }

    @Test
    void the_code_of_an_address_cannot_be_guessed() {
        cloud.user(client, "ada");
        var token = cloud.signIn(client, "ada").accessToken();
        cloud.anybody.getUserAttributeVerificationCode(
                code -> code.accessToken(token).attributeName("email"));

        assertThat(
                        guess(() ->
                                cloud.anybody.verifyUserAttribute(verify ->
                                        verify.accessToken(token)
                                                .attributeName("email")
                                                .code(wrong()))))
                .contains(LIMIT);
    }

    @Test
    void a_second_factor_cannot_be_guessed_by_signing_in_again_and_again() {
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

        assertThat(
                        guess(() -> {
                            var challenge =
                                    cloud.begin(
                                            client,
                                            AuthFlowType.USER_PASSWORD_AUTH,
                                            "USERNAME",
                                            "ada",
                                            "PASSWORD",
                                            CognitoCloud.PASSWORD);
                            cloud.answer(
                                    client,
                                    ChallengeNameType.SMS_MFA,
                                    challenge.session(),
                                    "USERNAME",
                                    "ada",
                                    "SMS_MFA_CODE",
                                    wrong());
                        }))
                .contains(LIMIT);
    }

    @Test
    void a_crowd_of_names_does_not_make_the_pool_forget_who_has_guessed() {
        cloud.user(client, "ada");
        cloud.sandbox()
                .storage()
                .transition(() -> {
                    var pools = cloud.sandbox().state(CognitoIdp.SERVICE);
                    var attempts = pools.attempts(pools.pool(pool));
                    var now = cloud.sandbox().clock().now();
                    for (int i = 0; i < 10_000; i++) {
                        attempts.passwordFailed("nobody-" + i, now);
                    }
                    var later = now.plusSeconds(1);
                    for (int i = 0; i < 10; i++) {
                        attempts.count(Attempts.Kind.CONFIRM_PASSWORD, "ada", later);
                    }
                    for (int i = 0; i < 100; i++) {
                        attempts.passwordFailed("somebody-" + i, later.plusSeconds(1));
                    }

                    assertThatThrownBy(() ->
                                    attempts.count(
                                            Attempts.Kind.CONFIRM_PASSWORD,
                                            "ada",
                                            later.plusSeconds(2)))
                            .hasMessageContaining("Attempt limit exceeded");
                    return true;
                });
    }
}
