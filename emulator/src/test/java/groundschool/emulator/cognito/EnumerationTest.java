package groundschool.emulator.cognito;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreventUserExistenceErrorTypes;

class EnumerationTest {

    private final CognitoCloud cloud = new CognitoCloud();
    private final String pool = cloud.pool();
    private final String client =
            cloud.client(
                            pool,
                            wish ->
                                    wish.preventUserExistenceErrors(
                                            PreventUserExistenceErrorTypes.ENABLED))
                    .clientId();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_wrong_name_and_a_wrong_password_are_told_alike() {
        cloud.user(client, "ada");

        assertThat(refusal(() -> cloud.signIn(client, "nobody")))
                .isEqualTo(refusal(() -> cloud.signIn(client, "ada", "Wrong-1-word")))
                .isEqualTo("NotAuthorizedException: Incorrect username or password.");
    }

    @Test
    void both_are_tried_as_often() {
        cloud.user(client, "ada");
        for (int i = 0; i < 5; i++) {
            refusal(() -> cloud.signIn(client, "nobody"));
            refusal(() -> cloud.signIn(client, "ada", "Wrong-1-word"));
        }

        assertThat(refusal(() -> cloud.signIn(client, "nobody")))
                .isEqualTo(refusal(() -> cloud.signIn(client, "ada", "Wrong-1-word")))
                .isEqualTo("NotAuthorizedException: Password attempts exceeded");
    }

    @Test
    void srp_looks_the_same_for_nobody_and_the_salt_stays() {
        var srp = new SrpClient(pool);
        var first =
                cloud.begin(
                        client, AuthFlowType.USER_SRP_AUTH, "USERNAME", "nobody", "SRP_A", srp.a());
        var second =
                cloud.begin(
                        client, AuthFlowType.USER_SRP_AUTH, "USERNAME", "nobody", "SRP_A", srp.a());

        assertThat(first.challengeParameters().get("SALT"))
                .isEqualTo(second.challengeParameters().get("SALT"));
        assertThat(first.challengeParameters().get("SRP_B"))
                .isNotEqualTo(second.challengeParameters().get("SRP_B"));
        assertThat(
                        refusal(() ->
                                cloud.anybody.respondToAuthChallenge(respond ->
                                        respond.clientId(client)
                                                .challengeName(ChallengeNameType.PASSWORD_VERIFIER)
                                                .challengeResponses(
                                                        srp.answer(
                                                                second.challengeParameters(),
                                                                CognitoCloud.PASSWORD)))))
                .isEqualTo("NotAuthorizedException: Incorrect username or password.");
    }

    @Test
    void codes_are_sent_to_nobody_as_if_to_somebody() {
        var one =
                cloud.anybody.forgotPassword(forgot -> forgot.clientId(client).username("nobody"));
        var two =
                cloud.anybody.forgotPassword(forgot -> forgot.clientId(client).username("nobody"));

        assertThat(one.codeDeliveryDetails().destination())
                .matches("[a-z]\\*\\*\\*@[a-z]\\*\\*\\*")
                .isEqualTo(two.codeDeliveryDetails().destination());
        assertThat(cloud.inbox()).isEmpty();
        assertThat(
                        refusal(() ->
                                cloud.anybody.confirmForgotPassword(confirm ->
                                        confirm.clientId(client)
                                                .username("nobody")
                                                .confirmationCode("123456")
                                                .password(CognitoCloud.PASSWORD))))
                .startsWith("CodeMismatchException");
        assertThat(
                        cloud.anybody
                                .resendConfirmationCode(
                                        resend -> resend.clientId(client).username("nobody"))
                                .codeDeliveryDetails())
                .isNotNull();
        assertThat(
                        refusal(() ->
                                cloud.anybody.confirmSignUp(confirm ->
                                        confirm.clientId(client)
                                                .username("nobody")
                                                .confirmationCode("123456"))))
                .startsWith("ExpiredCodeException");
    }

    @Test
    void a_client_that_does_not_care_says_who_is_there() {
        var open = cloud.client(pool);

        assertThat(refusal(() -> cloud.signIn(open, "nobody")))
                .isEqualTo("UserNotFoundException: User does not exist.");
        assertThat(
                        refusal(() ->
                                cloud.anybody.forgotPassword(
                                        forgot -> forgot.clientId(open).username("nobody"))))
                .isEqualTo("UserNotFoundException: Username/client id combination not found.");
    }
}
