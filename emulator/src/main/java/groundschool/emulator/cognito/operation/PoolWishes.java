package groundschool.emulator.cognito.operation;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.pool.PasswordPolicy;
import groundschool.emulator.cognito.pool.PoolSettings;
import groundschool.emulator.cognito.pool.PoolSettings.LambdaConfig;
import groundschool.emulator.cognito.pool.UserPoolAddOns;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an owner wants of a pool, as settings with all that was left out.
final class PoolWishes {

    private static final List<String> FIRST_FACTORS_OF_LITE = List.of("PASSWORD");
    private static final int MOST_TAGS = 50;

    private PoolWishes() {}

    /// Asks for things that the emulator does not have.
    record Refused(
            Optional<UserPoolAddOns> userPoolAddOns,
            Optional<Map<String, Object>> keyConfiguration,
            Optional<Map<String, Object>> issuerConfiguration) {}

    /// @param tier of the pool
    static void refuse(Refused wished, Optional<LambdaConfig> functions, String tier) {
        if (!tier.equals("PLUS")
                && wished.userPoolAddOns().filter(UserPoolAddOns::isOn).isPresent()) {
            throw CognitoErrors.notInTier("Threat Protection", tier);
        }
        wished.keyConfiguration()
                .filter(key ->
                        !key.getOrDefault("KeyType", "AWS_OWNED_KEY").equals("AWS_OWNED_KEY"))
                .ifPresent(_ -> {
                    throw CognitoErrors.notYet(
                            "user pools that are encrypted with a key of one's own");
                });
        wished.issuerConfiguration()
                .filter(issuer -> !issuer.getOrDefault("Type", "ORIGINAL").equals("ORIGINAL"))
                .ifPresent(_ -> {
                    throw CognitoErrors.notYet("issuers of the type UPDATED");
                });
        functions.ifPresent(PoolWishes::refuse);
    }

    private static void refuse(LambdaConfig functions) {}

    /// @throws groundschool.emulator.AwsException if settings do not go together
    static PoolSettings checked(PoolSettings settings) {
        if (!settings.mfaConfiguration().equals("OFF") && settings.smsConfiguration().isEmpty()) {
            throw CognitoErrors.invalid(
                    "SMS configuration and Auto verification for phone_number are required when MFA is required/optional");
        }
        if (settings.userPoolTags().size() > MOST_TAGS) {
            throw CognitoErrors.of(
                    "UserPoolTaggingException", "Number of tags exceeds the limit of " + MOST_TAGS);
        }
        var tier = settings.userPoolTier();
        var factors =
                settings.policies()
                        .signInPolicy()
                        .flatMap(PoolSettings.SignInPolicy::allowedFirstAuthFactors)
                        .orElse(FIRST_FACTORS_OF_LITE);
        if (tier.equals("LITE") && !factors.equals(FIRST_FACTORS_OF_LITE)) {
            throw CognitoErrors.notInTier("Choice-based Sign-in", tier);
        }
        if (tier.equals("LITE")
                && settings.lambdaConfig()
                        .preTokenGenerationConfig()
                        .filter(config -> !config.lambdaVersion().equals("V1_0"))
                        .isPresent()) {
            throw CognitoErrors.notInTier("Access Token Customization", tier);
        }
        return settings;
    }

    static PoolSettings.Policies policies(Optional<PoolSettings.Policies> wished, String tier) {
        var password =
                wished.flatMap(PoolSettings.Policies::passwordPolicy)
                        .map(PasswordPolicy::complete)
                        .orElse(PasswordPolicy.USUAL);
        var signIn = wished.flatMap(PoolSettings.Policies::signInPolicy);
        return new PoolSettings.Policies(
                Optional.of(password),
                signIn.or(() ->
                        tier.equals("LITE")
                                ? Optional.empty()
                                : Optional.of(
                                        new PoolSettings.SignInPolicy(
                                                Optional.of(FIRST_FACTORS_OF_LITE)))));
    }

    /// A temporary password lasts as long as either way of saying it says.
    static PoolSettings.AdminCreateUserConfig creating(
            Optional<PoolSettings.AdminCreateUserConfig> wished, PoolSettings.Policies policies) {
        var days =
                policies.passwordPolicy()
                        .flatMap(PasswordPolicy::temporaryPasswordValidityDays)
                        .orElse(7);
        return new PoolSettings.AdminCreateUserConfig(
                Optional.of(
                        wished.flatMap(PoolSettings.AdminCreateUserConfig::allowAdminCreateUserOnly)
                                .orElse(false)),
                Optional.of(days),
                wished.flatMap(PoolSettings.AdminCreateUserConfig::inviteMessageTemplate));
    }

    static PoolSettings.VerificationMessageTemplate template(
            Optional<PoolSettings.VerificationMessageTemplate> wished) {
        return wished.map(each ->
                        new PoolSettings.VerificationMessageTemplate(
                                each.smsMessage(),
                                each.emailMessage(),
                                each.emailSubject(),
                                each.emailMessageByLink(),
                                each.emailSubjectByLink(),
                                Optional.of(each.defaultEmailOption().orElse("CONFIRM_WITH_CODE"))))
                .orElse(PoolSettings.VerificationMessageTemplate.USUAL);
    }

    /// A function may be named in either of two ways.
    static LambdaConfig functions(Optional<LambdaConfig> wished) {
        return wished.orElse(LambdaConfig.NONE);
    }
}
