package groundschool.emulator.cognito.risk;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static groundschool.emulator.cognito.risk.Watched.AWAY;
import static groundschool.emulator.cognito.risk.Watched.HOME;
import static groundschool.emulator.cognito.risk.Watched.LAPTOP;
import static groundschool.emulator.cognito.risk.Watched.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.cognito.CognitoCloud;
import groundschool.emulator.iam.mfa.Totp;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AccountTakeoverEventActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdvancedSecurityModeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EventResponseType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.FeedbackValueType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RiskDecisionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RiskLevelType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;

/// Sign-ins that are unusual are held up, as far as the pool wants.
class AdaptiveAuthenticationTest {

    private static final String BLOCKED =
            "NotAuthorizedException: Unable to login because of security reasons.";
    private static final AccountTakeoverEventActionType NOTHING =
            AccountTakeoverEventActionType.NO_ACTION;
    private static final AccountTakeoverEventActionType BLOCK =
            AccountTakeoverEventActionType.BLOCK;

    private final Watched watched = new Watched(AdvancedSecurityModeType.ENFORCED);
    private final CognitoCloud cloud = watched.cloud;

    @AfterEach
    void close() {
        watched.close();
    }

    private RiskLevelType level() {
        return watched.events("ada").getFirst().eventRisk().riskLevel();
    }

    @Test
    void the_first_sign_in_of_all_is_no_risk() {
        cloud.user(watched.client, "ada");

        watched.signIn("ada", HOME, LAPTOP);

        var event = watched.events("ada").getFirst();
        assertThat(event.eventRisk().riskDecision()).isEqualTo(RiskDecisionType.NO_RISK);
        assertThat(event.eventRisk().riskLevel()).isNull();
        assertThat(event.eventResponse()).isEqualTo(EventResponseType.PASS);
    }

    @Test
    void a_new_address_is_a_low_risk_and_a_new_device_besides_a_medium_one() {
        cloud.user(watched.client, "ada");
        watched.signIn("ada", HOME, LAPTOP);

        watched.signIn("ada", AWAY, LAPTOP);
        var elsewhere = level();
        watched.signIn("ada", "198.51.100.1", PHONE);
        var onAnother = level();
        watched.signIn("ada", AWAY, PHONE);

        assertThat(elsewhere).isEqualTo(RiskLevelType.LOW);
        assertThat(onAnother).isEqualTo(RiskLevelType.MEDIUM);
        assertThat(level()).as("both are known by now").isNull();
    }

    @Test
    void failures_before_raise_the_risk() {
        cloud.user(watched.client, "ada");
        watched.signIn("ada", HOME, LAPTOP);
        for (int i = 0; i < 3; i++) {
            refusal(() -> watched.signIn("ada", "wrong", HOME, LAPTOP));
        }

        watched.signIn("ada", HOME, LAPTOP);

        assertThat(level()).isEqualTo(RiskLevelType.LOW);
    }

    @Test
    void a_level_that_is_blocked_keeps_everybody_out() {
        cloud.user(watched.client, "ada");
        watched.signIn("ada", HOME, LAPTOP);
        watched.actions(NOTHING, BLOCK, BLOCK);

        watched.signIn("ada", AWAY, LAPTOP);
        assertThat(refusal(() -> watched.signIn("ada", "198.51.100.1", PHONE))).isEqualTo(BLOCKED);

        var event = watched.events("ada").getFirst();
        assertThat(event.eventResponse()).isEqualTo(EventResponseType.FAIL);
        assertThat(event.eventRisk().riskDecision()).isEqualTo(RiskDecisionType.BLOCK);
        assertThat(event.eventRisk().riskLevel()).isEqualTo(RiskLevelType.MEDIUM);
    }

    @Test
    void a_client_s_own_configuration_comes_before_the_pool_s() {
        cloud.user(watched.client, "ada");
        watched.signIn("ada", HOME, LAPTOP);
        watched.actions(BLOCK, BLOCK, BLOCK);
        cloud.admin.setRiskConfiguration(set ->
                set.userPoolId(watched.pool)
                        .clientId(watched.client)
                        .riskExceptionConfiguration(
                                exceptions -> exceptions.blockedIPRangeList("10.0.0.0/8")));

        assertThat(watched.signIn("ada", AWAY, LAPTOP).authenticationResult()).isNotNull();
    }

    @Test
    void whoever_has_a_second_factor_is_asked_for_it() {
        var seed = withApplication("ada");
        cloud.admin.adminSetUserMFAPreference(set ->
                set.userPoolId(watched.pool)
                        .username("ada")
                        .softwareTokenMfaSettings(wish -> wish.enabled(true)));
        cloud.user(watched.client, "bob");
        watched.signIn("bob", HOME, LAPTOP);
        watched.actions(
                AccountTakeoverEventActionType.MFA_IF_CONFIGURED,
                AccountTakeoverEventActionType.MFA_REQUIRED,
                BLOCK);

        var challenge = watched.signIn("ada", AWAY, LAPTOP);
        assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.SOFTWARE_TOKEN_MFA);
        assertThat(watched.events("ada").getFirst().eventResponse())
                .isEqualTo(EventResponseType.IN_PROGRESS);
        cloud.advance(Duration.ofMinutes(1));
        cloud.admin.adminRespondToAuthChallenge(answer ->
                answer.userPoolId(watched.pool)
                        .clientId(watched.client)
                        .challengeName(ChallengeNameType.SOFTWARE_TOKEN_MFA)
                        .session(challenge.session())
                        .challengeResponses(
                                Map.of(
                                        "USERNAME",
                                        "ada",
                                        "SOFTWARE_TOKEN_MFA_CODE",
                                        Totp.code(seed, cloud.sandbox().clock().now()))));

        var event = watched.events("ada").getFirst();
        assertThat(event.eventResponse()).isEqualTo(EventResponseType.PASS);
        assertThat(event.challengeResponses())
                .extracting(each ->
                        each.challengeNameAsString() + " " + each.challengeResponseAsString())
                .containsExactly("Password Success", "Mfa Success");
        assertThat(watched.signIn("bob", AWAY, LAPTOP).authenticationResult())
                .as("without one, where it is not required")
                .isNotNull();
        assertThat(refusal(() -> watched.signIn("bob", "198.51.100.1", PHONE)))
                .as("without one, where it is required")
                .isEqualTo(BLOCKED);
    }

    @Test
    void whoever_chose_no_second_factor_is_asked_by_whatever_there_is() {
        cloud.admin.setUserPoolMfaConfig(set ->
                set.userPoolId(watched.pool)
                        .mfaConfiguration(UserPoolMfaType.OPTIONAL)
                        .emailMfaConfiguration(
                                mail -> mail.subject("Your code").message("It is {####}.")));
        cloud.user(watched.client, "ada");
        watched.signIn("ada", HOME, LAPTOP);
        watched.actions(AccountTakeoverEventActionType.MFA_REQUIRED, BLOCK, BLOCK);

        var challenge = watched.signIn("ada", AWAY, LAPTOP);

        assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.EMAIL_OTP);
        var code = cloud.code();
        var wrong = code.equals("000000") ? "000001" : "000000";
        assertThat(refusal(() -> answer(challenge.session(), wrong)))
                .startsWith("CodeMismatchException");
        assertThat(watched.events("ada").getFirst().eventResponse())
                .isEqualTo(EventResponseType.FAIL);
        answer(challenge.session(), code);
        assertThat(watched.events("ada").getFirst().eventResponse())
                .isEqualTo(EventResponseType.PASS);
    }

    private void answer(String session, String code) {
        cloud.admin.adminRespondToAuthChallenge(answer ->
                answer.userPoolId(watched.pool)
                        .clientId(watched.client)
                        .challengeName(ChallengeNameType.EMAIL_OTP)
                        .session(session)
                        .challengeResponses(Map.of("USERNAME", "ada", "EMAIL_OTP_CODE", code)));
    }

    private String withApplication(String username) {
        cloud.admin.setUserPoolMfaConfig(set ->
                set.userPoolId(watched.pool)
                        .mfaConfiguration(UserPoolMfaType.OPTIONAL)
                        .softwareTokenMfaConfiguration(token -> token.enabled(true)));
        cloud.user(watched.client, username);
        var token = watched.signIn(username, HOME, LAPTOP).authenticationResult().accessToken();
        var seed =
                cloud.anybody
                        .associateSoftwareToken(associate -> associate.accessToken(token))
                        .secretCode();
        var code = Totp.code(seed, cloud.sandbox().clock().now());
        cloud.anybody.verifySoftwareToken(verify -> verify.accessToken(token).userCode(code));
        return seed;
    }

    @Test
    void what_was_said_of_an_event_counts_at_once() {
        cloud.user(watched.client, "ada");
        watched.signIn("ada", HOME, LAPTOP);
        watched.signIn("ada", AWAY, PHONE);
        feedback(watched.events("ada").getFirst().eventId(), FeedbackValueType.INVALID);

        watched.signIn("ada", AWAY, LAPTOP);
        var after = level();
        feedback(watched.events("ada").getFirst().eventId(), FeedbackValueType.VALID);
        watched.signIn("ada", AWAY, LAPTOP);

        assertThat(after).as("an address that was somebody else's").isEqualTo(RiskLevelType.HIGH);
        assertThat(level()).as("one that was the user's after all").isNull();
    }

    private void feedback(String event, FeedbackValueType value) {
        cloud.admin.adminUpdateAuthEventFeedback(give ->
                give.userPoolId(watched.pool).username("ada").eventId(event).feedbackValue(value));
    }

    @Test
    void addresses_that_are_never_a_risk_are_not_looked_at() {
        cloud.user(watched.client, "ada");
        watched.signIn("ada", HOME, LAPTOP);
        cloud.admin.setRiskConfiguration(set ->
                set.userPoolId(watched.pool)
                        .accountTakeoverRiskConfiguration(takeover ->
                                takeover.actions(all ->
                                        all.lowAction(action ->
                                                action.sendNotification(false).eventAction(BLOCK))))
                        .riskExceptionConfiguration(
                                exceptions -> exceptions.skippedIPRangeList("203.0.113.0/24")));

        assertThat(watched.signIn("ada", AWAY, LAPTOP).authenticationResult()).isNotNull();
        assertThat(level()).isNull();
        assertThat(refusal(() -> watched.signIn("ada", "198.51.100.1", LAPTOP))).isEqualTo(BLOCKED);
    }

    @Test
    void addresses_that_are_blocked_get_nowhere() {
        cloud.user(watched.client, "ada");
        cloud.admin.setRiskConfiguration(set ->
                set.userPoolId(watched.pool)
                        .riskExceptionConfiguration(exceptions ->
                                exceptions.blockedIPRangeList("203.0.113.0/24", "127.0.0.1/32")));
        var refused = "NotAuthorizedException: Request not allowed due to security reasons.";

        assertThat(refusal(() -> watched.signIn("ada", AWAY, LAPTOP))).isEqualTo(refused);
        assertThat(refusal(() -> cloud.signIn(watched.client, "ada"))).isEqualTo(refused);
        assertThat(refusal(() -> cloud.signUp(watched.client, "bob"))).isEqualTo(refused);
        assertThat(
                        refusal(() ->
                                cloud.anybody.forgotPassword(
                                        forgot -> forgot.clientId(watched.client).username("ada"))))
                .isEqualTo(refused);
        assertThat(watched.signIn("ada", HOME, LAPTOP).authenticationResult()).isNotNull();
        assertThat(watched.events("ada"))
                .filteredOn(event -> event.eventRisk().riskDecision() == RiskDecisionType.BLOCK)
                .hasSize(3);
    }
}
