package groundschool.emulator.cognito.operation;

import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.PoolSettings;
import java.util.Optional;

/// Which second factors a pool asks for, as answers show it.
record MfaDescription(
        Optional<SmsMfa> smsMfaConfiguration,
        Optional<SoftwareToken> softwareTokenMfaConfiguration,
        Optional<Pool.EmailMfa> emailMfaConfiguration,
        String mfaConfiguration,
        Optional<Pool.WebAuthn> webAuthnConfiguration) {

    record SmsMfa(
            Optional<String> smsAuthenticationMessage,
            Optional<PoolSettings.SmsConfiguration> smsConfiguration) {}

    record SoftwareToken(Optional<Boolean> enabled) {}

    static MfaDescription of(Pool pool) {
        var settings = pool.settings();
        return new MfaDescription(
                pool.mfa().sms()
                        ? Optional.of(
                                new SmsMfa(
                                        settings.smsAuthenticationMessage(),
                                        settings.smsConfiguration()))
                        : Optional.empty(),
                pool.mfa().softwareToken()
                        ? Optional.of(new SoftwareToken(Optional.of(true)))
                        : Optional.empty(),
                pool.mfa().email(),
                settings.mfaConfiguration(),
                pool.mfa().webAuthn());
    }
}
