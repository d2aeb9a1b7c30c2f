package groundschool.emulator.cognito;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForgottenPasswordTest {

    private static final String NEW = "Battery-staple-2";

    private final CognitoCloud cloud = new CognitoCloud();
    private final String pool =
            cloud.pool(all ->
                    all.policies(policies ->
                            policies.passwordPolicy(
                                    policy -> policy.minimumLength(8).passwordHistorySize(2))));
    private final String client = cloud.client(pool);

    @AfterEach
    void close() {
        cloud.close();
    }

    private void choose(String code, String password) {
        cloud.anybody.confirmForgotPassword(confirm ->
                confirm.clientId(client).username("ada").confirmationCode(code).password(password));
    }

    @Test
    void a_code_by_mail_gives_a_new_password() {
        cloud.user(client, "ada");

        var sent = cloud.anybody.forgotPassword(forgot -> forgot.clientId(client).username("ada"));

        assertThat(sent.codeDeliveryDetails().destination()).isEqualTo("a***@e***");
        choose(cloud.code(), NEW);
        assertThat(cloud.signIn(client, "ada", NEW).accessToken()).isNotEmpty();
        assertThat(refusal(() -> cloud.signIn(client, "ada")))
                .isEqualTo("NotAuthorizedException: Incorrect username or password.");
    }

    @Test
    void a_code_is_good_once_and_for_an_hour() {
        cloud.user(client, "ada");
        cloud.anybody.forgotPassword(forgot -> forgot.clientId(client).username("ada"));
        var code = cloud.code();
        choose(code, NEW);

        assertThat(refusal(() -> choose(code, "Another-1-word")))
                .startsWith("ExpiredCodeException");
        cloud.anybody.forgotPassword(forgot -> forgot.clientId(client).username("ada"));
        cloud.advance(Duration.ofMinutes(61));
        assertThat(refusal(() -> choose(cloud.code(), "Another-1-word")))
                .startsWith("ExpiredCodeException");
    }

    @Test
    void the_last_passwords_cannot_come_back() {
        cloud.user(client, "ada");
        cloud.anybody.forgotPassword(forgot -> forgot.clientId(client).username("ada"));

        assertThat(refusal(() -> choose(cloud.code(), CognitoCloud.PASSWORD)))
                .startsWith("PasswordHistoryPolicyViolationException");
        choose(cloud.code(), NEW);
        assertThat(
                        refusal(() ->
                                cloud.admin.adminSetUserPassword(set ->
                                        set.userPoolId(pool)
                                                .username("ada")
                                                .password(CognitoCloud.PASSWORD)
                                                .permanent(true))))
                .startsWith("PasswordHistoryPolicyViolationException");
    }

    @Test
    void without_a_verified_address_there_is_no_way() {
        cloud.signUp(client, "ada");
        cloud.admin.adminConfirmSignUp(confirm -> confirm.userPoolId(pool).username("ada"));

        assertThat(
                        refusal(() ->
                                cloud.anybody.forgotPassword(
                                        forgot -> forgot.clientId(client).username("ada"))))
                .isEqualTo(
                        "InvalidParameterException: Cannot reset password for the user as there is no registered/verified email or phone_number");
    }

    @Test
    void whoever_knows_the_password_changes_it() {
        cloud.user(client, "ada");
        var token = cloud.signIn(client, "ada").accessToken();

        assertThat(
                        refusal(() ->
                                cloud.anybody.changePassword(change ->
                                        change.accessToken(token)
                                                .previousPassword("Wrong-1-word")
                                                .proposedPassword(NEW))))
                .isEqualTo("NotAuthorizedException: Incorrect username or password.");
        cloud.anybody.changePassword(change ->
                change.accessToken(token)
                        .previousPassword(CognitoCloud.PASSWORD)
                        .proposedPassword(NEW));

        assertThat(cloud.signIn(client, "ada", NEW).accessToken()).isNotEmpty();
    }

    @Test
    void an_administrator_has_somebody_choose_anew() {
        cloud.user(client, "ada");

        cloud.admin.adminResetUserPassword(reset -> reset.userPoolId(pool).username("ada"));

        assertThat(refusal(() -> cloud.signIn(client, "ada")))
                .isEqualTo("PasswordResetRequiredException: Password reset required for the user");
        choose(cloud.code(), NEW);
        assertThat(cloud.signIn(client, "ada", NEW).accessToken()).isNotEmpty();
    }

    @Test
    void whoever_has_had_enough_leaves() {
        cloud.user(client, "ada");
        var token = cloud.signIn(client, "ada").accessToken();

        cloud.anybody.deleteUser(delete -> delete.accessToken(token));

        assertThat(refusal(() -> cloud.signIn(client, "ada")))
                .isEqualTo("UserNotFoundException: User does not exist.");
        assertThat(
                        refusal(() ->
                                cloud.admin.adminGetUser(
                                        user -> user.userPoolId(pool).username("ada"))))
                .isEqualTo("UserNotFoundException: User does not exist.");
    }
}
