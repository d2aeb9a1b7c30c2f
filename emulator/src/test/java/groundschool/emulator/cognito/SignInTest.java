package groundschool.emulator.cognito;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;

class SignInTest {

    private final CognitoCloud cloud = new CognitoCloud();
    private final String pool = cloud.pool();
    private final String client = cloud.client(pool);

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_wrong_password_is_no_password() {
        cloud.user(client, "ada");

        assertThat(refusal(() -> cloud.signIn(client, "ada", "Wrong-1-word")))
                .isEqualTo("NotAuthorizedException: Incorrect username or password.");
    }

    @Test
    void who_is_not_confirmed_waits_outside() {
        cloud.signUp(client, "ada");

        assertThat(refusal(() -> cloud.signIn(client, "ada")))
                .isEqualTo("UserNotConfirmedException: User is not confirmed.");
        assertThat(refusal(() -> cloud.signIn(client, "ada", "Wrong-1-word")))
                .isEqualTo("NotAuthorizedException: Incorrect username or password.");
    }

    @Test
    void who_is_disabled_waits_outside_with_what_they_have() {
        cloud.user(client, "ada");
        var tokens = cloud.signIn(client, "ada");

        cloud.admin.adminDisableUser(user -> user.userPoolId(pool).username("ada"));

        assertThat(refusal(() -> cloud.signIn(client, "ada")))
                .isEqualTo("NotAuthorizedException: User is disabled.");
        assertThat(
                        refusal(() ->
                                cloud.anybody.getUser(
                                        get -> get.accessToken(tokens.accessToken()))))
                .isEqualTo("NotAuthorizedException: User is disabled.");
        cloud.admin.adminEnableUser(user -> user.userPoolId(pool).username("ada"));
        assertThat(cloud.signIn(client, "ada").idToken()).isNotEmpty();
    }

    @Test
    void passwords_cannot_be_tried_without_end() {
        cloud.user(client, "ada");
        for (int i = 0; i < 5; i++) {
            refusal(() -> cloud.signIn(client, "ada", "Wrong-1-word"));
        }

        assertThat(refusal(() -> cloud.signIn(client, "ada")))
                .isEqualTo("NotAuthorizedException: Password attempts exceeded");
        cloud.advance(Duration.ofSeconds(2));
        assertThat(cloud.signIn(client, "ada").accessToken()).isNotEmpty();
    }

    @Test
    void a_flow_that_the_client_does_not_have_is_refused() {
        var srpOnly =
                cloud.client(
                                pool,
                                wish ->
                                        wish.explicitAuthFlows(
                                                ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH))
                        .clientId();
        cloud.user(client, "ada");

        assertThat(refusal(() -> cloud.signIn(srpOnly, "ada")))
                .isEqualTo(
                        "InvalidParameterException: USER_PASSWORD_AUTH flow not enabled for this client");
        assertThat(
                        refusal(() ->
                                cloud.admin.adminInitiateAuth(auth ->
                                        auth.userPoolId(pool)
                                                .clientId(srpOnly)
                                                .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                                                .authParameters(
                                                        CognitoCloud.map(
                                                                "USERNAME",
                                                                "ada",
                                                                "PASSWORD",
                                                                CognitoCloud.PASSWORD)))))
                .isEqualTo("InvalidParameterException: Auth flow not enabled for this client");
        assertThat(
                        refusal(() ->
                                cloud.begin(
                                        client,
                                        AuthFlowType.ADMIN_USER_PASSWORD_AUTH,
                                        "USERNAME",
                                        "ada",
                                        "PASSWORD",
                                        CognitoCloud.PASSWORD)))
                .isEqualTo("InvalidParameterException: Initiate Auth method not supported.");
        assertThat(
                        refusal(() ->
                                cloud.begin(
                                        client,
                                        AuthFlowType.USER_PASSWORD_AUTH,
                                        "USERNAME",
                                        "ada")))
                .isEqualTo("InvalidParameterException: Missing required parameter PASSWORD");
    }

    @Test
    void a_server_signs_people_in_with_its_own_permission() {
        cloud.user(client, "ada");

        var answer =
                cloud.admin.adminInitiateAuth(auth ->
                        auth.userPoolId(pool)
                                .clientId(client)
                                .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                                .authParameters(
                                        CognitoCloud.map(
                                                "USERNAME",
                                                "ada",
                                                "PASSWORD",
                                                CognitoCloud.PASSWORD)));

        assertThat(answer.authenticationResult().accessToken()).isNotEmpty();
    }

    @Test
    void whom_an_administrator_added_chooses_a_password_first() {
        cloud.admin.adminCreateUser(user ->
                user.userPoolId(pool)
                        .username("bob")
                        .temporaryPassword("Temporary-1")
                        .userAttributes(
                                AttributeType.builder()
                                        .name("email")
                                        .value("bob@example.com")
                                        .build()));
        assertThat(cloud.inbox().getFirst().body()).contains("bob").contains("Temporary-1");

        var challenge =
                cloud.begin(
                        client,
                        AuthFlowType.USER_PASSWORD_AUTH,
                        "USERNAME",
                        "bob",
                        "PASSWORD",
                        "Temporary-1");

        assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.NEW_PASSWORD_REQUIRED);
        assertThat(challenge.challengeParameters())
                .containsEntry("requiredAttributes", "[]")
                .containsEntry("USER_ID_FOR_SRP", "bob");
        assertThat(
                        refusal(() ->
                                cloud.answer(
                                        client,
                                        ChallengeNameType.NEW_PASSWORD_REQUIRED,
                                        challenge.session(),
                                        "USERNAME",
                                        "bob",
                                        "NEW_PASSWORD",
                                        "short")))
                .startsWith("InvalidPasswordException");
        var tokens =
                cloud.answer(
                                client,
                                ChallengeNameType.NEW_PASSWORD_REQUIRED,
                                challenge.session(),
                                "USERNAME",
                                "bob",
                                "NEW_PASSWORD",
                                CognitoCloud.PASSWORD)
                        .authenticationResult();
        assertThat(tokens.accessToken()).isNotEmpty();
        assertThat(cloud.signIn(client, "bob").accessToken()).isNotEmpty();
        assertThat(
                        refusal(() ->
                                cloud.answer(
                                        client,
                                        ChallengeNameType.NEW_PASSWORD_REQUIRED,
                                        challenge.session(),
                                        "USERNAME",
                                        "bob",
                                        "NEW_PASSWORD",
                                        "Another-1-word")))
                .contains("session can only be used once");
    }

    @Test
    void a_temporary_password_lasts_a_week() {
        cloud.admin.adminCreateUser(
                user -> user.userPoolId(pool).username("bob").temporaryPassword("Temporary-1"));
        cloud.advance(Duration.ofDays(8));

        assertThat(refusal(() -> cloud.signIn(client, "bob", "Temporary-1")))
                .isEqualTo(
                        "NotAuthorizedException: Temporary password has expired and must be reset by an administrator.");
    }
}
