package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.Pool;
import java.util.Optional;
import java.util.regex.Pattern;

/// Says which second factors a pool asks for from now on.
///
/// Source:
/// [SetUserPoolMfaConfig](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolMfaConfig.html)
public record SetUserPoolMfaConfig(
        String userPoolId,
        Optional<MfaDescription.SmsMfa> smsMfaConfiguration,
        Optional<MfaDescription.SoftwareToken> softwareTokenMfaConfiguration,
        Optional<Pool.EmailMfa> emailMfaConfiguration,
        Optional<String> mfaConfiguration,
        Optional<Pool.WebAuthn> webAuthnConfiguration)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    @Override
    public MfaDescription run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        webAuthnConfiguration.ifPresent(wish -> checkPasskeys(wish, pool));
        var mode = mfaConfiguration.orElse("OFF");
        var hasToken =
                softwareTokenMfaConfiguration
                        .flatMap(MfaDescription.SoftwareToken::enabled)
                        .orElse(false);
        var sms =
                smsMfaConfiguration
                        .flatMap(MfaDescription.SmsMfa::smsConfiguration)
                        .or(pool.settings()::smsConfiguration);
        var hasSms =
                smsMfaConfiguration.flatMap(MfaDescription.SmsMfa::smsConfiguration).isPresent();
        if (!mode.equals("OFF") && !hasToken && !hasSms && emailMfaConfiguration.isEmpty()) {
            throw CognitoErrors.invalid(
                    "Invalid MFA configuration given, can't turn on MFA without an MFA option.");
        }
        if (mode.equals("OFF") && (hasToken || emailMfaConfiguration.isPresent())) {
            throw CognitoErrors.invalid(
                    "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.");
        }
        if (emailMfaConfiguration.isPresent()) {
            checkEmail(pool);
        }
        var changed =
                pool.with(
                                pool.settings()
                                        .withMfa(
                                                mode,
                                                smsMfaConfiguration
                                                        .flatMap(
                                                                MfaDescription.SmsMfa
                                                                        ::smsAuthenticationMessage)
                                                        .or(
                                                                pool.settings()
                                                                        ::smsAuthenticationMessage),
                                                sms),
                                call.now())
                        .with(
                                new Pool.SecondFactorSettings(
                                        hasToken,
                                        emailMfaConfiguration,
                                        hasSms,
                                        webAuthnConfiguration
                                                .map(SetUserPoolMfaConfig::complete)
                                                .or(pool.mfa()::webAuthn)));
        pools.put(changed);
        return MfaDescription.of(changed);
    }

    private static void checkPasskeys(Pool.WebAuthn wish, Pool pool) {
        var tier = pool.settings().userPoolTier();
        if (tier.equals("LITE")) {
            throw CognitoErrors.notInTier("Passkey Sign-in", tier);
        }
        if (wish.relyingPartyId().filter(id -> !HOST.matcher(id).matches()).isPresent()) {
            throw CognitoErrors.invalid("RelyingPartyId must be the name of a host.");
        }
        if (wish.isMultiFactor()
                && wish.userVerification().filter(each -> !each.equals("required")).isPresent()) {
            throw CognitoErrors.invalid(
                    "FactorConfiguration MULTI_FACTOR_WITH_USER_VERIFICATION needs the UserVerification required.");
        }
    }

    /// With what is left out.
    private static Pool.WebAuthn complete(Pool.WebAuthn wish) {
        return new Pool.WebAuthn(
                wish.relyingPartyId(),
                Optional.of(
                        wish.userVerification()
                                .orElse(wish.isMultiFactor() ? "required" : "preferred")),
                wish.factorConfiguration());
    }

    private static void checkEmail(Pool pool) {
        var tier = pool.settings().userPoolTier();
        if (tier.equals("LITE")) {
            throw CognitoErrors.notInTier("Email MFA", tier);
        }
        if (!pool.settings()
                .emailConfiguration()
                .emailSendingAccount()
                .equals(Optional.of("DEVELOPER"))) {
            throw CognitoErrors.invalid(
                    "Email MFA requires an email configuration with your own Amazon SES identity (EmailSendingAccount DEVELOPER).");
        }
    }
}
