package groundschool.emulator.cognito.pool;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What can be set about a pool, when it is made and later.
///
/// Source:
/// [CreateUserPool](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html)
public record PoolSettings(
        Policies policies,
        String deletionProtection,
        LambdaConfig lambdaConfig,
        Optional<List<String>> autoVerifiedAttributes,
        Optional<String> smsVerificationMessage,
        Optional<String> emailVerificationMessage,
        Optional<String> emailVerificationSubject,
        VerificationMessageTemplate verificationMessageTemplate,
        Optional<String> smsAuthenticationMessage,
        Optional<UserAttributeUpdateSettings> userAttributeUpdateSettings,
        String mfaConfiguration,
        EmailConfiguration emailConfiguration,
        Optional<SmsConfiguration> smsConfiguration,
        Map<String, String> userPoolTags,
        AdminCreateUserConfig adminCreateUserConfig,
        AccountRecoverySetting accountRecoverySetting,
        String userPoolTier,
        Optional<DeviceConfiguration> deviceConfiguration,
        Optional<UserPoolAddOns> userPoolAddOns) {

    public PoolSettings {
        userPoolTags = Map.copyOf(userPoolTags);
    }

    public record Policies(
            Optional<PasswordPolicy> passwordPolicy, Optional<SignInPolicy> signInPolicy) {}

    /// @param challengeRequiredOnNewDevice whether a device that is known stands for a second
    ///   factor
    /// @param deviceOnlyRememberedOnUserPrompt whether the user is asked first
    public record DeviceConfiguration(
            Optional<Boolean> challengeRequiredOnNewDevice,
            Optional<Boolean> deviceOnlyRememberedOnUserPrompt) {}

    public record SignInPolicy(Optional<List<String>> allowedFirstAuthFactors) {}

    /// The functions that are asked, or told, when something happens.
    public record LambdaConfig(
            Optional<String> preSignUp,
            Optional<String> customMessage,
            Optional<String> postConfirmation,
            Optional<String> preAuthentication,
            Optional<String> postAuthentication,
            Optional<String> defineAuthChallenge,
            Optional<String> createAuthChallenge,
            Optional<String> verifyAuthChallengeResponse,
            Optional<String> preTokenGeneration,
            Optional<String> userMigration,
            Optional<PreTokenGenerationConfig> preTokenGenerationConfig,
            Optional<SenderConfig> customSMSSender,
            Optional<SenderConfig> customEmailSender,
            Optional<String> kMSKeyID,
            Optional<InboundFederation> inboundFederation) {

        /// No function at all.
        public static final LambdaConfig NONE =
                new LambdaConfig(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    public record InboundFederation(String lambdaVersion, String lambdaArn) {}

    /// A function that sends messages in the pool's place.
    public record SenderConfig(String lambdaVersion, String lambdaArn) {}

    public record PreTokenGenerationConfig(String lambdaVersion, String lambdaArn) {}

    public record VerificationMessageTemplate(
            Optional<String> smsMessage,
            Optional<String> emailMessage,
            Optional<String> emailSubject,
            Optional<String> emailMessageByLink,
            Optional<String> emailSubjectByLink,
            Optional<String> defaultEmailOption) {

        /// Codes rather than links, in our words.
        public static final VerificationMessageTemplate USUAL =
                new VerificationMessageTemplate(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("CONFIRM_WITH_CODE"));
    }

    public record UserAttributeUpdateSettings(
            Optional<List<String>> attributesRequireVerificationBeforeUpdate) {}

    public record EmailConfiguration(
            Optional<String> sourceArn,
            Optional<String> replyToEmailAddress,
            Optional<String> emailSendingAccount,
            Optional<String> from,
            Optional<String> configurationSet) {

        /// By Cognito itself.
        public static final EmailConfiguration USUAL =
                new EmailConfiguration(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("COGNITO_DEFAULT"),
                        Optional.empty(),
                        Optional.empty());
    }

    public record SmsConfiguration(
            Optional<String> snsCallerArn,
            Optional<String> externalId,
            Optional<String> snsRegion) {}

    public record AdminCreateUserConfig(
            Optional<Boolean> allowAdminCreateUserOnly,
            Optional<Integer> unusedAccountValidityDays,
            Optional<MessageTemplate> inviteMessageTemplate) {

        /// Everybody may sign up.
        public static final AdminCreateUserConfig USUAL =
                new AdminCreateUserConfig(Optional.of(false), Optional.of(7), Optional.empty());
    }

    public record MessageTemplate(
            Optional<String> sMSMessage,
            Optional<String> emailMessage,
            Optional<String> emailSubject) {}

    public record AccountRecoverySetting(Optional<List<RecoveryOption>> recoveryMechanisms) {

        /// By e-mail, or else by telephone.
        public static final AccountRecoverySetting USUAL =
                new AccountRecoverySetting(
                        Optional.of(
                                List.of(
                                        new RecoveryOption(1, "verified_email"),
                                        new RecoveryOption(2, "verified_phone_number"))));
    }

    public record RecoveryOption(int priority, String name) {}

    /// The same with other labels.
    public PoolSettings tagged(Map<String, String> tags) {
        return new PoolSettings(
                policies,
                deletionProtection,
                lambdaConfig,
                autoVerifiedAttributes,
                smsVerificationMessage,
                emailVerificationMessage,
                emailVerificationSubject,
                verificationMessageTemplate,
                smsAuthenticationMessage,
                userAttributeUpdateSettings,
                mfaConfiguration,
                emailConfiguration,
                smsConfiguration,
                tags,
                adminCreateUserConfig,
                accountRecoverySetting,
                userPoolTier,
                deviceConfiguration,
                userPoolAddOns);
    }

    /// The same with second factors set otherwise.
    public PoolSettings withMfa(
            String mfa, Optional<String> smsMessage, Optional<SmsConfiguration> sms) {
        return new PoolSettings(
                policies,
                deletionProtection,
                lambdaConfig,
                autoVerifiedAttributes,
                smsVerificationMessage,
                emailVerificationMessage,
                emailVerificationSubject,
                verificationMessageTemplate,
                smsMessage,
                userAttributeUpdateSettings,
                mfa,
                emailConfiguration,
                sms,
                userPoolTags,
                adminCreateUserConfig,
                accountRecoverySetting,
                userPoolTier,
                deviceConfiguration,
                userPoolAddOns);
    }
}
