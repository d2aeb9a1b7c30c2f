package groundschool.emulator.cognito.risk;

import static groundschool.emulator.cognito.CognitoCloud.claims;
import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static groundschool.emulator.cognito.risk.Watched.AWAY;
import static groundschool.emulator.cognito.risk.Watched.HOME;
import static groundschool.emulator.cognito.risk.Watched.LAPTOP;
import static groundschool.emulator.cognito.risk.Watched.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.cognito.CognitoCloud;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AccountTakeoverEventActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdvancedSecurityModeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EventResponseType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EventType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RiskDecisionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RiskLevelType;
import tools.jackson.databind.JsonNode;

/// A pool that only audits keeps what happens, and stops nobody.
class AuditTest {

    private final Watched watched = new Watched(AdvancedSecurityModeType.AUDIT);
    private final CognitoCloud cloud = watched.cloud;

    @AfterEach
    void close() {
        watched.close();
    }

    @Test
    void nobody_is_kept_out_and_the_risk_is_told() {
        cloud.user(watched.client, "ada");
        watched.signIn("ada", HOME, LAPTOP);
        watched.actions(
                AccountTakeoverEventActionType.BLOCK,
                AccountTakeoverEventActionType.BLOCK,
                AccountTakeoverEventActionType.BLOCK);

        assertThat(watched.signIn("ada", AWAY, PHONE).authenticationResult()).isNotNull();

        var event = watched.events("ada").getFirst();
        assertThat(event.eventRisk().riskLevel()).isEqualTo(RiskLevelType.MEDIUM);
        assertThat(event.eventRisk().riskDecision()).isEqualTo(RiskDecisionType.ACCOUNT_TAKEOVER);
        assertThat(event.eventContextData().ipAddress()).isEqualTo(AWAY);
        assertThat(event.eventContextData().deviceName()).isEqualTo("Chrome 142, Android");
    }

    @Test
    void all_that_somebody_does_about_signing_in_is_listed_the_newest_first() {
        cloud.signUp(watched.client, "ada");
        cloud.anybody.resendConfirmationCode(
                again -> again.clientId(watched.client).username("ada"));
        cloud.anybody.confirmSignUp(confirm ->
                confirm.clientId(watched.client).username("ada").confirmationCode(cloud.code()));
        refusal(() -> cloud.signIn(watched.client, "ada", "wrong"));
        cloud.anybody.forgotPassword(forgot -> forgot.clientId(watched.client).username("ada"));
        cloud.anybody.confirmForgotPassword(confirm ->
                confirm.clientId(watched.client)
                        .username("ada")
                        .confirmationCode(cloud.code())
                        .password("Another-horse-2"));

        var events = watched.events("ada");

        assertThat(events)
                .extracting(event -> event.eventType() + " " + event.eventResponse())
                .containsExactly(
                        "PasswordChange Pass",
                        "ForgotPassword Pass",
                        "SignIn Fail",
                        "ResendCode Pass",
                        "SignUp Pass");
        assertThat(events.get(2).challengeResponses())
                .extracting(each -> each.challengeResponseAsString())
                .containsExactly("Failure");
    }

    @Test
    void the_tokens_of_a_sign_in_name_its_event() {
        cloud.user(watched.client, "ada");

        var tokens = cloud.signIn(watched.client, "ada");

        var id = watched.events("ada").getFirst().eventId();
        assertThat(claims(tokens.accessToken())).containsEntry("event_id", id);
        assertThat(claims(tokens.idToken())).containsEntry("event_id", id);
        var refreshed =
                cloud.begin(
                                watched.client,
                                AuthFlowType.REFRESH_TOKEN_AUTH,
                                "REFRESH_TOKEN",
                                tokens.refreshToken())
                        .authenticationResult();
        assertThat(claims(refreshed.accessToken())).containsEntry("event_id", id);
    }

    @Test
    void long_lists_come_in_pages() {
        cloud.user(watched.client, "ada");
        for (int i = 0; i < 4; i++) {
            cloud.signIn(watched.client, "ada");
        }

        var all = new ArrayList<String>();
        var pages = 0;
        for (var page :
                cloud.admin.adminListUserAuthEventsPaginator(
                        list -> list.userPoolId(watched.pool).username("ada").maxResults(2))) {
            page.authEvents().forEach(event -> all.add(event.eventId()));
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(all)
                .hasSize(5)
                .isEqualTo(watched.events("ada").stream().map(event -> event.eventId()).toList());
        assertThat(
                        cloud.admin
                                .adminListUserAuthEvents(list ->
                                        list.userPoolId(watched.pool).username("ada").maxResults(0))
                                .authEvents())
                .hasSize(5);
    }

    @Test
    void a_device_is_told_by_what_the_application_collected() {
        cloud.user(watched.client, "ada");

        cloud.anybody.initiateAuth(begin ->
                begin.clientId(watched.client)
                        .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                        .authParameters(
                                CognitoCloud.map(
                                        "USERNAME", "ada", "PASSWORD", CognitoCloud.PASSWORD))
                        .analyticsMetadata(metadata -> metadata.analyticsEndpointId("endpoint"))
                        .userContextData(context ->
                                context.ipAddress(AWAY)
                                        .encodedData(
                                                encoded(
                                                        "{\"contextData\":{\"DeviceName\":\"Ada's phone\",\"DeviceId\":\"d-1\",\"ClientTimezone\":\"+01:00\"}}"))));

        var context = watched.events("ada").getFirst().eventContextData();
        assertThat(context.deviceName()).isEqualTo("Ada's phone");
        assertThat(context.timezone()).isEqualTo("+01:00");
        assertThat(context.ipAddress())
                .as("an application without a secret cannot tell another address")
                .isEqualTo("127.0.0.1");
    }

    private static String encoded(String payload) {
        var json =
                "{\"payload\":\"%s\",\"signature\":\"\",\"version\":\"JS20171115\"}"
                        .formatted(payload.replace("\"", "\\\""));
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void only_an_application_with_a_secret_may_tell_the_address() {
        assertThat(
                        refusal(() ->
                                cloud.client(
                                        watched.pool,
                                        wish ->
                                                wish.enablePropagateAdditionalUserContextData(
                                                        true))))
                .startsWith("InvalidParameterException: EnablePropagateAdditionalUserContextData");
        var confidential =
                cloud.client(
                        watched.pool,
                        wish ->
                                wish.generateSecret(true)
                                        .enablePropagateAdditionalUserContextData(true));
        assertThat(confidential.enablePropagateAdditionalUserContextData()).isTrue();
    }

    @Test
    void risks_are_metrics_of_cloudwatch() {
        cloud.user(watched.client, "ada");
        watched.signIn("ada", HOME, LAPTOP);
        watched.signIn("ada", AWAY, LAPTOP);
        cloud.advance(Duration.ofMinutes(2));

        var metrics =
                cloud.call("cloudwatch", "ListMetrics", "{\"Namespace\": \"AWS/Cognito\"}")
                        .path("Metrics");

        assertThat(metrics.valueStream().map(AuditTest::named))
                .contains(
                        "AccountTakeOverRisk SignIn low",
                        "Risk SignIn -",
                        "NoRisk SignIn -",
                        "NoRisk SignUp -");
    }

    private static String named(JsonNode metric) {
        return String.join(
                " ",
                metric.path("MetricName").asString(),
                dimension(metric, "Operation"),
                dimension(metric, "RiskLevel"));
    }

    private static String dimension(JsonNode metric, String name) {
        return metric.path("Dimensions")
                .valueStream()
                .filter(each -> each.path("Name").asString().equals(name))
                .map(each -> each.path("Value").asString())
                .findFirst()
                .orElse("-");
    }

    @Test
    void somebody_who_is_deleted_leaves_no_events() {
        cloud.user(watched.client, "ada");
        cloud.signIn(watched.client, "ada");

        cloud.admin.adminDeleteUser(user -> user.userPoolId(watched.pool).username("ada"));
        cloud.user(watched.client, "ada");

        assertThat(watched.events("ada"))
                .extracting(event -> event.eventType())
                .isEqualTo(List.of(EventType.SIGN_UP));
        assertThat(watched.events("ada").getFirst().eventResponse())
                .isEqualTo(EventResponseType.PASS);
    }

    @Test
    void a_pool_that_watches_nobody_has_no_events() {
        var plain = cloud.pool();
        cloud.user(cloud.client(plain), "ada");

        assertThat(
                        refusal(() ->
                                cloud.admin.adminListUserAuthEvents(
                                        list -> list.userPoolId(plain).username("ada"))))
                .startsWith("UserPoolAddOnNotEnabledException: ");
    }
}
