package groundschool.emulator.cognito;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Durability;
import groundschool.emulator.sandbox.Sandboxes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;

class SignUpTest {

    private final CognitoCloud cloud = new CognitoCloud();
    private final String pool = cloud.pool();
    private final String client = cloud.client(pool);

    @AfterEach
    void close() {
        cloud.close();
    }

    private UserStatusType status(String username) {
        return cloud.admin
                .adminGetUser(user -> user.userPoolId(pool).username(username))
                .userStatus();
    }

    private Map<String, String> attributes(String username) {
        return cloud
                .admin
                .adminGetUser(user -> user.userPoolId(pool).username(username))
                .userAttributes()
                .stream()
                .collect(Collectors.toMap(AttributeType::name, AttributeType::value));
    }

    @Test
    void who_signs_up_gets_a_code_by_mail_and_is_confirmed_by_it() {
        var answer =
                cloud.anybody.signUp(user ->
                        user.clientId(client)
                                .username("ada")
                                .password(CognitoCloud.PASSWORD)
                                .userAttributes(
                                        AttributeType.builder()
                                                .name("email")
                                                .value("ada@example.com")
                                                .build()));

        assertThat(answer.userConfirmed()).isFalse();
        assertThat(answer.codeDeliveryDetails().destination()).isEqualTo("a***@e***");
        assertThat(answer.codeDeliveryDetails().deliveryMediumAsString()).isEqualTo("EMAIL");
        assertThat(status("ada")).isEqualTo(UserStatusType.UNCONFIRMED);
        assertThat(attributes("ada")).containsEntry("email_verified", "false");
        var mail = cloud.inbox().getFirst();
        assertThat(mail.to()).isEqualTo("ada@example.com");
        assertThat(mail.body()).contains(mail.code().orElseThrow());

        cloud.anybody.confirmSignUp(
                code -> code.clientId(client).username("ada").confirmationCode(cloud.code()));

        assertThat(status("ada")).isEqualTo(UserStatusType.CONFIRMED);
        assertThat(attributes("ada"))
                .containsEntry("email_verified", "true")
                .containsEntry("sub", answer.userSub());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Short-1|Password not long enough",
                "no-capitals-1|Password must have uppercase characters",
                "NO-SMALL-1|Password must have lowercase characters",
                "No-digits-here|Password must have numeric characters",
                "NoSymbols1234|Password must have symbol characters"
            })
    void a_password_keeps_the_policy(String password, String complaint) {
        assertThat(
                        refusal(() ->
                                cloud.anybody.signUp(user ->
                                        user.clientId(client).username("ada").password(password))))
                .isEqualTo(
                        "InvalidPasswordException: Password did not conform with policy: "
                                + complaint);
    }

    @Test
    void a_wrong_code_confirms_nobody_and_an_old_one_neither() {
        cloud.signUp(client, "ada");
        var right = cloud.code();
        var wrong = right.equals("000000") ? "000001" : "000000";

        assertThat(
                        refusal(() ->
                                cloud.anybody.confirmSignUp(code ->
                                        code.clientId(client)
                                                .username("ada")
                                                .confirmationCode(wrong))))
                .isEqualTo(
                        "CodeMismatchException: Invalid verification code provided, please try again.");
        cloud.advance(Duration.ofHours(25));
        assertThat(
                        refusal(() ->
                                cloud.anybody.confirmSignUp(code ->
                                        code.clientId(client)
                                                .username("ada")
                                                .confirmationCode(right))))
                .isEqualTo(
                        "ExpiredCodeException: Invalid code provided, please request a code again.");
    }

    @Test
    void codes_cannot_be_guessed_by_trying_all() {
        cloud.signUp(client, "ada");
        var right = cloud.code();
        var wrong = right.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 15; i++) {
            refusal(() ->
                    cloud.anybody.confirmSignUp(
                            code -> code.clientId(client).username("ada").confirmationCode(wrong)));
        }

        assertThat(
                        refusal(() ->
                                cloud.anybody.confirmSignUp(code ->
                                        code.clientId(client)
                                                .username("ada")
                                                .confirmationCode(right))))
                .isEqualTo(
                        "LimitExceededException: Attempt limit exceeded, please try after some time.");
    }

    @Test
    void a_code_is_sent_again_until_who_asks_is_confirmed() {
        cloud.signUp(client, "ada");
        var first = cloud.code();

        cloud.anybody.resendConfirmationCode(code -> code.clientId(client).username("ada"));

        assertThat(cloud.inbox()).hasSize(2);
        cloud.anybody.confirmSignUp(
                code -> code.clientId(client).username("ada").confirmationCode(cloud.code()));
        assertThat(
                        refusal(() ->
                                cloud.anybody.resendConfirmationCode(
                                        code -> code.clientId(client).username("ada"))))
                .isEqualTo("InvalidParameterException: User is already confirmed.");
        assertThat(
                        refusal(() ->
                                cloud.anybody.confirmSignUp(code ->
                                        code.clientId(client)
                                                .username("ada")
                                                .confirmationCode(first))))
                .isEqualTo(
                        "NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED");
    }

    @Test
    void an_administrator_confirms_without_a_code() {
        cloud.signUp(client, "ada");

        cloud.admin.adminConfirmSignUp(user -> user.userPoolId(pool).username("ada"));

        assertThat(status("ada")).isEqualTo(UserStatusType.CONFIRMED);
        assertThat(attributes("ada")).containsEntry("email_verified", "false");
    }

    @Test
    void a_pool_can_keep_sign_up_to_administrators() {
        var closed =
                cloud.pool(all ->
                        all.adminCreateUserConfig(config -> config.allowAdminCreateUserOnly(true)));
        var its = cloud.client(closed);

        assertThat(refusal(() -> cloud.signUp(its, "ada")))
                .isEqualTo("NotAuthorizedException: SignUp is not permitted for this user pool");
    }

    @Test
    void who_signs_up_is_still_there_after_a_restart(@TempDir Path folder) {
        AccessKey key;
        String id;
        String its;
        try (var before = new CognitoCloud(Sandboxes.at(folder, Durability.WRITE))) {
            key = before.key;
            id = before.pool();
            its = before.client(id);
            before.user(its, "ada");
        }

        try (var after =
                new CognitoCloud(Sandboxes.at(folder, Durability.WRITE), Optional.of(key))) {
            assertThat(after.signIn(its, "ada").accessToken()).isNotEmpty();
            assertThat(after.inbox()).hasSize(1);
        }
    }

    @Test
    void who_confirms_in_one_go_is_in() {
        var signedUp =
                cloud.anybody.signUp(user ->
                        user.clientId(client)
                                .username("ada")
                                .password(CognitoCloud.PASSWORD)
                                .userAttributes(
                                        CognitoCloud.attribute("email", "ada@example.com")));
        var confirmed =
                cloud.anybody.confirmSignUp(code ->
                        code.clientId(client)
                                .username("ada")
                                .confirmationCode(cloud.code())
                                .session(signedUp.session()));

        var tokens =
                cloud.anybody.initiateAuth(auth ->
                        auth.clientId(client)
                                .authFlow(AuthFlowType.USER_AUTH)
                                .authParameters(Map.of("USERNAME", "ada"))
                                .session(confirmed.session()));

        assertThat(tokens.authenticationResult().accessToken()).isNotEmpty();
        assertThat(
                        refusal(() ->
                                cloud.anybody.initiateAuth(auth ->
                                        auth.clientId(client)
                                                .authFlow(AuthFlowType.USER_AUTH)
                                                .authParameters(Map.of("USERNAME", "ada"))
                                                .session(confirmed.session()))))
                .contains("session can only be used once");
    }
}
