package groundschool.emulator.cognito.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.message.SenderGrant;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.PoolSettings;
import groundschool.emulator.cognito.pool.PoolSettings.LambdaConfig;
import groundschool.emulator.cognito.pool.Schema;
import groundschool.emulator.cognito.pool.SchemaAttribute;
import groundschool.emulator.cognito.pool.UserPoolAddOns;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a pool.
///
/// Source:
/// [CreateUserPool](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html)
public record CreateUserPool(
        String poolName,
        Optional<PoolSettings.Policies> policies,
        Optional<String> deletionProtection,
        Optional<LambdaConfig> lambdaConfig,
        Optional<List<String>> autoVerifiedAttributes,
        Optional<List<String>> aliasAttributes,
        Optional<List<String>> usernameAttributes,
        Optional<String> smsVerificationMessage,
        Optional<String> emailVerificationMessage,
        Optional<String> emailVerificationSubject,
        Optional<PoolSettings.VerificationMessageTemplate> verificationMessageTemplate,
        Optional<String> smsAuthenticationMessage,
        Optional<String> mfaConfiguration,
        Optional<PoolSettings.UserAttributeUpdateSettings> userAttributeUpdateSettings,
        Optional<PoolSettings.DeviceConfiguration> deviceConfiguration,
        Optional<PoolSettings.EmailConfiguration> emailConfiguration,
        Optional<PoolSettings.SmsConfiguration> smsConfiguration,
        Optional<Map<String, String>> userPoolTags,
        Optional<PoolSettings.AdminCreateUserConfig> adminCreateUserConfig,
        Optional<List<SchemaAttribute>> schema,
        Optional<UserPoolAddOns> userPoolAddOns,
        Optional<UsernameConfiguration> usernameConfiguration,
        Optional<PoolSettings.AccountRecoverySetting> accountRecoverySetting,
        Optional<String> userPoolTier,
        Optional<Map<String, Object>> keyConfiguration,
        Optional<Map<String, Object>> issuerConfiguration)
        implements CognitoIdpOperation, Operation<UserPools> {

    public record UsernameConfiguration(boolean caseSensitive) {}

    public record Response(PoolDescription userPool) {}

    @Override
    public List<Access> access(UserPools pools, Call call) {
        return List.of(
                new Access(
                        "cognito-idp:CreateUserPool",
                        "*",
                        PoolTags.conditionKeys(userPoolTags.orElse(Map.of()))));
    }

    @Override
    public Response run(UserPools pools, Call call) {
        PoolWishes.refuse(
                new PoolWishes.Refused(userPoolAddOns, keyConfiguration, issuerConfiguration),
                lambdaConfig,
                userPoolTier.orElse("ESSENTIALS"));
        if (aliasAttributes.isPresent() && usernameAttributes.isPresent()) {
            throw CognitoErrors.invalid(
                    "Only one of the aliasAttributes or usernameAttributes can be set in one user pool.");
        }
        var pool =
                new Pool(
                        Pool.newId(call.region(), pools.random()),
                        poolName,
                        call.now(),
                        call.now(),
                        PoolWishes.checked(settings()),
                        Schema.of(schema.orElse(List.of())),
                        aliasAttributes.orElse(List.of()),
                        usernameAttributes.orElse(List.of()),
                        usernameConfiguration.map(UsernameConfiguration::caseSensitive),
                        new Pool.SecondFactorSettings(
                                false,
                                Optional.empty(),
                                smsConfiguration.isPresent(),
                                Optional.empty()),
                        Optional.empty(),
                        Optional.empty());
        SenderGrant.make(pool, call);
        pools.add(pool);
        return new Response(PoolDescription.of(pool, pools));
    }

    private PoolSettings settings() {
        var tier = userPoolTier.orElse("ESSENTIALS");
        var all = PoolWishes.policies(policies, tier);
        return new PoolSettings(
                all,
                deletionProtection.orElse("INACTIVE"),
                PoolWishes.functions(lambdaConfig),
                autoVerifiedAttributes,
                smsVerificationMessage,
                emailVerificationMessage,
                emailVerificationSubject,
                PoolWishes.template(verificationMessageTemplate),
                smsAuthenticationMessage,
                userAttributeUpdateSettings,
                mfaConfiguration.orElse("OFF"),
                emailConfiguration.orElse(PoolSettings.EmailConfiguration.USUAL),
                smsConfiguration,
                userPoolTags.orElse(Map.of()),
                PoolWishes.creating(adminCreateUserConfig, all),
                accountRecoverySetting.orElse(PoolSettings.AccountRecoverySetting.USUAL),
                tier,
                deviceConfiguration,
                userPoolAddOns);
    }
}
