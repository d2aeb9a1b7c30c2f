package groundschool.emulator.cognito;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdvancedSecurityModeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreTokenGenerationLambdaVersionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;

/// What a pool has depends on its tier.
class TiersTest {

    private final CognitoCloud cloud = new CognitoCloud();

    @AfterEach
    void close() {
        cloud.close();
    }

    private static String refused(String tier, String feature) {
        return "FeatureUnavailableInTierException: The following features need to be disabled for the %s pricing tier configured: %s"
                .formatted(tier, feature);
    }

    private String lite() {
        return cloud.pool(pool -> pool.userPoolTier(UserPoolTierType.LITE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LITE", "ESSENTIALS"})
    void threat_protection_is_of_the_highest(String tier) {
        // The message is what CloudFormation and Terraform report of AWS.
        assertThat(
                        refusal(() ->
                                cloud.pool(pool ->
                                        pool.userPoolTier(tier)
                                                .userPoolAddOns(more ->
                                                        more.advancedSecurityMode(
                                                                AdvancedSecurityModeType.AUDIT)))))
                .isEqualTo(refused(tier, "Threat Protection"));
    }

    @Test
    void the_lowest_has_passwords_only() {
        var pool = lite();

        assertThat(
                        refusal(() ->
                                cloud.pool(more ->
                                        more.userPoolTier(UserPoolTierType.LITE)
                                                .policies(policies ->
                                                        policies.signInPolicy(policy ->
                                                                policy
                                                                        .allowedFirstAuthFactorsWithStrings(
                                                                                "PASSWORD",
                                                                                "EMAIL_OTP"))))))
                .isEqualTo(refused("LITE", "Choice-based Sign-in"));
        assertThat(
                        refusal(() ->
                                cloud.client(
                                        pool,
                                        client ->
                                                client.explicitAuthFlows(
                                                        ExplicitAuthFlowsType.ALLOW_USER_AUTH))))
                .isEqualTo(refused("LITE", "Choice-based Sign-in"));
        assertThat(
                        refusal(() ->
                                cloud.admin.setUserPoolMfaConfig(set ->
                                        set.userPoolId(pool)
                                                .mfaConfiguration(UserPoolMfaType.OFF)
                                                .webAuthnConfiguration(
                                                        keys -> keys.relyingPartyId("localhost")))))
                .isEqualTo(refused("LITE", "Passkey Sign-in"));
        assertThat(
                        refusal(() ->
                                cloud.admin.setUserPoolMfaConfig(set ->
                                        set.userPoolId(pool)
                                                .mfaConfiguration(UserPoolMfaType.ON)
                                                .emailMfaConfiguration(
                                                        mail -> mail.subject("Your code")))))
                .isEqualTo(refused("LITE", "Email MFA"));
    }

    @Test
    void the_lowest_leaves_access_tokens_as_they_are() {
        assertThat(
                        refusal(() ->
                                cloud.pool(pool ->
                                        pool.userPoolTier(UserPoolTierType.LITE)
                                                .lambdaConfig(functions ->
                                                        functions.preTokenGenerationConfig(token ->
                                                                token.lambdaArn(
                                                                                "arn:aws:lambda:eu-west-1:111122223333:function:f")
                                                                        .lambdaVersion(
                                                                                PreTokenGenerationLambdaVersionType
                                                                                        .V2_0))))))
                .isEqualTo(refused("LITE", "Access Token Customization"));
    }
}
