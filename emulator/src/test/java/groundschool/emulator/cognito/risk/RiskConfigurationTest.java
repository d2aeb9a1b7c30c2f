package groundschool.emulator.cognito.risk;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.cognito.CognitoCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AccountTakeoverEventActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdvancedSecurityEnabledModeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdvancedSecurityModeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CompromisedCredentialsEventActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EventFilterType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RiskConfigurationType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;

class RiskConfigurationTest {

    private final CognitoCloud cloud = new CognitoCloud();
    private final String pool = cloud.pool();

    @AfterEach
    void close() {
        cloud.close();
    }

    private RiskConfigurationType described() {
        return cloud.admin
                .describeRiskConfiguration(describe -> describe.userPoolId(pool))
                .riskConfiguration();
    }

    @Test
    void a_pool_of_which_nothing_was_said_shows_only_its_id() {
        assertThat(described()).isEqualTo(RiskConfigurationType.builder().userPoolId(pool).build());
    }

    /// Terraform's acceptance tests do that against AWS.
    @Test
    void it_can_be_set_whether_or_not_threat_protection_is_on() {
        var set =
                cloud.admin
                        .setRiskConfiguration(wish ->
                                wish.userPoolId(pool)
                                        .compromisedCredentialsRiskConfiguration(compromised ->
                                                compromised.actions(each ->
                                                        each.eventAction(
                                                                CompromisedCredentialsEventActionType
                                                                        .BLOCK)))
                                        .accountTakeoverRiskConfiguration(takeover ->
                                                takeover.actions(all ->
                                                        all.mediumAction(action ->
                                                                action.sendNotification(false)
                                                                        .eventAction(
                                                                                AccountTakeoverEventActionType
                                                                                        .MFA_REQUIRED)))))
                        .riskConfiguration();

        assertThat(described()).isEqualTo(set);
        assertThat(set.compromisedCredentialsRiskConfiguration().eventFilter())
                .as("all that there are")
                .containsExactlyInAnyOrder(
                        EventFilterType.SIGN_IN,
                        EventFilterType.SIGN_UP,
                        EventFilterType.PASSWORD_CHANGE);
        assertThat(
                        set.accountTakeoverRiskConfiguration()
                                .actions()
                                .mediumAction()
                                .sendNotification())
                .isFalse();
        assertThat(set.lastModifiedDate()).isNotNull();
    }

    @Test
    void one_that_says_nothing_takes_away_what_was_said() {
        var client = cloud.client(pool);
        cloud.admin.setRiskConfiguration(set ->
                set.userPoolId(pool)
                        .clientId(client)
                        .riskExceptionConfiguration(
                                exceptions -> exceptions.blockedIPRangeList("10.10.10.10/32")));

        cloud.admin.setRiskConfiguration(set -> set.userPoolId(pool).clientId(client));

        assertThat(
                        cloud.admin
                                .describeRiskConfiguration(
                                        describe -> describe.userPoolId(pool).clientId(client))
                                .riskConfiguration())
                .isEqualTo(
                        RiskConfigurationType.builder().userPoolId(pool).clientId(client).build());
    }

    @Test
    void ranges_and_notices_must_make_sense() {
        assertThat(
                        refusal(() ->
                                cloud.admin.setRiskConfiguration(set ->
                                        set.userPoolId(pool)
                                                .riskExceptionConfiguration(exceptions ->
                                                        exceptions.skippedIPRangeList(
                                                                "10.0.0.0/99")))))
                .isEqualTo("InvalidParameterException: Invalid IP range: 10.0.0.0/99");
        assertThat(
                        refusal(() ->
                                cloud.admin.setRiskConfiguration(set ->
                                        set.userPoolId(pool)
                                                .accountTakeoverRiskConfiguration(takeover ->
                                                        takeover.actions(all ->
                                                                all.lowAction(action ->
                                                                        action.sendNotification(
                                                                                        true)
                                                                                .eventAction(
                                                                                        AccountTakeoverEventActionType
                                                                                                .BLOCK)))))))
                .startsWith("InvalidParameterException: NotifyConfiguration is required");
    }

    @Test
    void the_mode_is_shown_as_it_was_set() {
        var watched =
                cloud.pool(wish ->
                        wish.userPoolTier(UserPoolTierType.PLUS)
                                .userPoolAddOns(more ->
                                        more.advancedSecurityMode(AdvancedSecurityModeType.AUDIT)
                                                .advancedSecurityAdditionalFlows(flows ->
                                                        flows.customAuthMode(
                                                                AdvancedSecurityEnabledModeType
                                                                        .ENFORCED))));

        var shown =
                cloud.admin
                        .describeUserPool(describe -> describe.userPoolId(watched))
                        .userPool()
                        .userPoolAddOns();

        assertThat(shown.advancedSecurityMode()).isEqualTo(AdvancedSecurityModeType.AUDIT);
        assertThat(shown.advancedSecurityAdditionalFlows().customAuthMode())
                .isEqualTo(AdvancedSecurityEnabledModeType.ENFORCED);
    }
}
