package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.message.SenderGrant;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.PoolSettings;
import groundschool.emulator.cognito.pool.PoolSettings.LambdaConfig;
import groundschool.emulator.cognito.pool.UserPoolAddOns;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Replaces what is set about a pool: what is left out gets its usual value.
///
/// Source:
/// [UpdateUserPool](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html)
public record UpdateUserPool(
        String userPoolId,
        Optional<PoolSettings.Policies> policies,
        Optional<String> deletionProtection,
        Optional<LambdaConfig> lambdaConfig,
        Optional<List<String>> autoVerifiedAttributes,
        Optional<String> smsVerificationMessage,
        Optional<String> emailVerificationMessage,
        Optional<String> emailVerificationSubject,
        Optional<PoolSettings.VerificationMessageTemplate> verificationMessageTemplate,
        Optional<String> smsAuthenticationMessage,
        Optional<PoolSettings.UserAttributeUpdateSettings> userAttributeUpdateSettings,
        Optional<String> mfaConfiguration,
        Optional<PoolSettings.DeviceConfiguration> deviceConfiguration,
        Optional<PoolSettings.EmailConfiguration> emailConfiguration,
        Optional<PoolSettings.SmsConfiguration> smsConfiguration,
        Optional<Map<String, String>> userPoolTags,
        Optional<PoolSettings.AdminCreateUserConfig> adminCreateUserConfig,
        Optional<UserPoolAddOns> userPoolAddOns,
        Optional<PoolSettings.AccountRecoverySetting> accountRecoverySetting,
        Optional<String> poolName,
        Optional<String> userPoolTier,
        Optional<Map<String, Object>> keyConfiguration,
        Optional<Map<String, Object>> issuerConfiguration)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        PoolWishes.refuse(
                new PoolWishes.Refused(userPoolAddOns, keyConfiguration, issuerConfiguration),
                lambdaConfig,
                userPoolTier.orElse(pool.settings().userPoolTier()));
        userPoolTier.ifPresent(tier -> DomainWishes.checkTier(tier, pool, pools));
        var changed = pool.with(checked(settings(pool), pool), call.now());
        SenderGrant.make(changed, call);
        pools.put(poolName.map(changed::renamed).orElse(changed));
        return new Nothing();
    }

    /// A pool whose second factor is an application needs no SMS.
    private static PoolSettings checked(PoolSettings settings, Pool pool) {
        return pool.mfa().softwareToken() || pool.mfa().email().isPresent()
                ? settings
                : PoolWishes.checked(settings);
    }

    private PoolSettings settings(Pool pool) {
        var tier = userPoolTier.orElse(pool.settings().userPoolTier());
        var all = PoolWishes.policies(policies, tier);
        return new PoolSettings(
                all,
                deletionProtection.orElse(pool.settings().deletionProtection()),
                PoolWishes.functions(lambdaConfig),
                autoVerifiedAttributes,
                smsVerificationMessage,
                emailVerificationMessage,
                emailVerificationSubject,
                PoolWishes.template(verificationMessageTemplate),
                smsAuthenticationMessage,
                userAttributeUpdateSettings,
                mfaConfiguration.orElse(pool.settings().mfaConfiguration()),
                emailConfiguration.orElse(PoolSettings.EmailConfiguration.USUAL),
                smsConfiguration.or(pool.settings()::smsConfiguration),
                userPoolTags.orElse(pool.settings().userPoolTags()),
                PoolWishes.creating(adminCreateUserConfig, all),
                accountRecoverySetting.orElse(PoolSettings.AccountRecoverySetting.USUAL),
                tier,
                deviceConfiguration,
                userPoolAddOns);
    }
}
