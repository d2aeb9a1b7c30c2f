package groundschool.emulator.cognito.risk;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static groundschool.emulator.cognito.risk.Watched.HOME;
import static groundschool.emulator.cognito.risk.Watched.LAPTOP;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.cognito.CognitoCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdvancedSecurityModeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CompromisedCredentialsEventActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EventFilterType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RiskDecisionType;

/// Passwords that everybody knows are not taken, where the pool wants that.
class CompromisedCredentialsTest {

    private static final String LEAKED = "Password123!";
    private static final String REFUSED =
            "InvalidPasswordException: Provided password cannot be used for security reasons.";

    private final Watched watched = new Watched(AdvancedSecurityModeType.ENFORCED);
    private final CognitoCloud cloud = watched.cloud;

    @AfterEach
    void close() {
        watched.close();
    }

    private void action(CompromisedCredentialsEventActionType action, EventFilterType... events) {
        cloud.admin.setRiskConfiguration(set ->
                set.userPoolId(watched.pool)
                        .compromisedCredentialsRiskConfiguration(compromised ->
                                compromised
                                        .eventFilter(events)
                                        .actions(each -> each.eventAction(action))));
    }

    private void signUp(String username) {
        cloud.anybody.signUp(user ->
                user.clientId(watched.client)
                        .username(username)
                        .password(LEAKED)
                        .userAttributes(
                                CognitoCloud.attribute("email", username + "@example.com")));
    }

    private void set(String username) {
        cloud.admin.adminSetUserPassword(set ->
                set.userPoolId(watched.pool).username(username).password(LEAKED).permanent(true));
    }

    @Test
    void nobody_signs_up_with_one() {
        action(CompromisedCredentialsEventActionType.BLOCK);

        assertThat(refusal(() -> signUp("ada"))).isEqualTo(REFUSED);
    }

    @Test
    void nobody_changes_to_one() {
        cloud.user(watched.client, "ada");
        var token = watched.signIn("ada", HOME, LAPTOP).authenticationResult().accessToken();
        action(CompromisedCredentialsEventActionType.BLOCK);

        assertThat(
                        refusal(() ->
                                cloud.anybody.changePassword(change ->
                                        change.accessToken(token)
                                                .previousPassword(CognitoCloud.PASSWORD)
                                                .proposedPassword(LEAKED))))
                .isEqualTo(REFUSED);
        cloud.anybody.forgotPassword(forgot -> forgot.clientId(watched.client).username("ada"));
        assertThat(
                        refusal(() ->
                                cloud.anybody.confirmForgotPassword(confirm ->
                                        confirm.clientId(watched.client)
                                                .username("ada")
                                                .confirmationCode(cloud.code())
                                                .password(LEAKED))))
                .isEqualTo(REFUSED);
        assertThat(watched.events("ada").getFirst().eventRisk().compromisedCredentialsDetected())
                .isTrue();
    }

    @Test
    void nobody_signs_in_with_one() {
        cloud.user(watched.client, "ada");
        set("ada");
        action(CompromisedCredentialsEventActionType.BLOCK);

        assertThat(refusal(() -> watched.signIn("ada", LEAKED, HOME, LAPTOP)))
                .isEqualTo("NotAuthorizedException: Unable to login because of security reasons.");

        var risk = watched.events("ada").getFirst().eventRisk();
        assertThat(risk.compromisedCredentialsDetected()).isTrue();
        assertThat(risk.riskDecision()).isEqualTo(RiskDecisionType.BLOCK);
    }

    @Test
    void what_is_only_noted_is_let_through() {
        action(CompromisedCredentialsEventActionType.NO_ACTION);

        signUp("ada");

        assertThat(watched.events("ada").getFirst().eventRisk().compromisedCredentialsDetected())
                .isTrue();
    }

    @Test
    void only_the_events_that_the_filter_names_are_looked_at() {
        cloud.user(watched.client, "ada");
        set("ada");
        action(CompromisedCredentialsEventActionType.BLOCK, EventFilterType.SIGN_UP);

        assertThat(watched.signIn("ada", LEAKED, HOME, LAPTOP).authenticationResult()).isNotNull();
        assertThat(watched.events("ada").getFirst().eventRisk().compromisedCredentialsDetected())
                .isFalse();
        assertThat(refusal(() -> signUp("bob"))).isEqualTo(REFUSED);
    }
}
