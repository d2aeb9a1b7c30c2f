package groundschool.emulator.cognito.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The second factors that somebody has.
///
/// @param seed of the authenticator application that was verified; in Base32
/// @param pendingSeed one that is still to be verified
/// @param lastStep the last 30 seconds whose code was taken, so that none is taken twice
/// @param softwareToken whether the application is asked for
/// @param preferred such as `SOFTWARE_TOKEN_MFA`
/// @param webAuthn whether a passkey stands for two factors; absent where the pool decides
public record Factors(
        Optional<String> seed,
        Optional<String> pendingSeed,
        Optional<Long> lastStep,
        boolean softwareToken,
        boolean sms,
        boolean email,
        Optional<String> preferred,
        Optional<Boolean> webAuthn) {

    public static final Factors NONE =
            new Factors(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false,
                    false,
                    Optional.empty(),
                    Optional.empty());

    /// Those that are asked for, as AWS calls them.
    public List<String> active() {
        var all = new ArrayList<String>();
        if (softwareToken && seed.isPresent()) {
            all.add("SOFTWARE_TOKEN_MFA");
        }
        if (sms) {
            all.add("SMS_MFA");
        }
        if (email) {
            all.add("EMAIL_OTP");
        }
        return all;
    }

    /// A seed that is to be verified.
    public Factors pending(String other) {
        return new Factors(
                seed, Optional.of(other), lastStep, softwareToken, sms, email, preferred, webAuthn);
    }

    /// The pending seed takes effect.
    public Factors verified(long step) {
        return new Factors(
                pendingSeed,
                Optional.empty(),
                Optional.of(step),
                softwareToken,
                sms,
                email,
                preferred,
                webAuthn);
    }

    /// A code was taken.
    public Factors used(long step) {
        return new Factors(
                seed,
                pendingSeed,
                Optional.of(step),
                softwareToken,
                sms,
                email,
                preferred,
                webAuthn);
    }

    public Factors preferring(
            boolean wantsToken, boolean wantsSms, boolean wantsEmail, Optional<String> first) {
        return new Factors(
                seed, pendingSeed, lastStep, wantsToken, wantsSms, wantsEmail, first, webAuthn);
    }

    /// Without an authenticator application.
    public Factors withoutToken() {
        return new Factors(
                Optional.empty(),
                Optional.empty(),
                lastStep,
                false,
                sms,
                email,
                preferred.filter(each -> !each.equals("SOFTWARE_TOKEN_MFA")),
                webAuthn);
    }

    /// Where a passkey stands for two factors, or does not.
    public Factors byPasskey(boolean wanted) {
        return new Factors(
                seed,
                pendingSeed,
                lastStep,
                softwareToken,
                sms,
                email,
                preferred,
                Optional.of(wanted));
    }
}
