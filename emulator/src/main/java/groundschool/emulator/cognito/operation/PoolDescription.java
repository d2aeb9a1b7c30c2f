package groundschool.emulator.cognito.operation;

import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.PoolSettings;
import groundschool.emulator.cognito.pool.PoolSettings.LambdaConfig;
import groundschool.emulator.cognito.pool.SchemaAttribute;
import groundschool.emulator.cognito.pool.UserPoolAddOns;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A pool, as answers show it.
record PoolDescription(
        String id,
        String name,
        PoolSettings.Policies policies,
        String deletionProtection,
        LambdaConfig lambdaConfig,
        Instant lastModifiedDate,
        Instant creationDate,
        List<SchemaAttribute> schemaAttributes,
        Optional<List<String>> autoVerifiedAttributes,
        Optional<List<String>> aliasAttributes,
        Optional<List<String>> usernameAttributes,
        Optional<String> smsVerificationMessage,
        Optional<String> emailVerificationMessage,
        Optional<String> emailVerificationSubject,
        PoolSettings.VerificationMessageTemplate verificationMessageTemplate,
        Optional<String> smsAuthenticationMessage,
        Optional<PoolSettings.UserAttributeUpdateSettings> userAttributeUpdateSettings,
        String mfaConfiguration,
        Optional<PoolSettings.DeviceConfiguration> deviceConfiguration,
        int estimatedNumberOfUsers,
        PoolSettings.EmailConfiguration emailConfiguration,
        Optional<PoolSettings.SmsConfiguration> smsConfiguration,
        Map<String, String> userPoolTags,
        Optional<String> domain,
        Optional<String> customDomain,
        PoolSettings.AdminCreateUserConfig adminCreateUserConfig,
        Optional<UserPoolAddOns> userPoolAddOns,
        Optional<CreateUserPool.UsernameConfiguration> usernameConfiguration,
        String arn,
        PoolSettings.AccountRecoverySetting accountRecoverySetting,
        String userPoolTier) {

    static PoolDescription of(Pool pool, UserPools pools) {
        var settings = pool.settings();
        return new PoolDescription(
                pool.id(),
                pool.name(),
                settings.policies(),
                settings.deletionProtection(),
                settings.lambdaConfig(),
                pool.modifiedAt(),
                pool.createdAt(),
                pool.schema(),
                settings.autoVerifiedAttributes(),
                Optional.of(pool.aliasAttributes()).filter(all -> !all.isEmpty()),
                Optional.of(pool.usernameAttributes()).filter(all -> !all.isEmpty()),
                settings.smsVerificationMessage(),
                settings.emailVerificationMessage(),
                settings.emailVerificationSubject(),
                settings.verificationMessageTemplate(),
                settings.smsAuthenticationMessage(),
                settings.userAttributeUpdateSettings(),
                settings.mfaConfiguration(),
                settings.deviceConfiguration(),
                pools.users(pool).size(),
                settings.emailConfiguration(),
                settings.smsConfiguration(),
                settings.userPoolTags(),
                pool.domain(),
                pool.customDomain(),
                settings.adminCreateUserConfig(),
                settings.userPoolAddOns(),
                pool.caseSensitive().map(CreateUserPool.UsernameConfiguration::new),
                pool.arn(pools.account()),
                settings.accountRecoverySetting(),
                settings.userPoolTier());
    }
}
