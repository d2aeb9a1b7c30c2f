package groundschool.emulator.cognito.operation;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.user.Factors;
import groundschool.emulator.cognito.user.User;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// Which second factors somebody wants, and which first.
record MfaPreference(
        Optional<Wanted> sms,
        Optional<Wanted> softwareToken,
        Optional<Wanted> email,
        Optional<ByPasskey> webAuthn) {

    /// Whether a passkey stands for two factors.
    record ByPasskey(Optional<Boolean> enabled) {}

    /// What is wanted of one of them.
    record Wanted(Optional<Boolean> enabled, Optional<Boolean> preferredMfa) {
        boolean isEnabled() {
            return enabled.orElse(false);
        }

        boolean isPreferred() {
            return preferredMfa.orElse(false);
        }
    }

    User applied(User user, Pool pool, Instant now) {
        var before = user.factors();
        check(user, pool);
        var preferred = before.preferred();
        preferred = preferred("SMS_MFA", sms, preferred);
        preferred = preferred("SOFTWARE_TOKEN_MFA", softwareToken, preferred);
        preferred = preferred("EMAIL_OTP", email, preferred);
        var after =
                before.preferring(
                        softwareToken.map(Wanted::isEnabled).orElse(before.softwareToken()),
                        sms.map(Wanted::isEnabled).orElse(before.sms()),
                        email.map(Wanted::isEnabled).orElse(before.email()),
                        preferred);
        return user.with(
                webAuthn.flatMap(ByPasskey::enabled)
                        .map(wanted -> byPasskey(after, wanted, pool))
                        .orElse(after),
                now);
    }

    /// "The user must also have at least one other MFA method … to prevent account lockout."
    private static Factors byPasskey(Factors factors, boolean isWanted, Pool pool) {
        if (isWanted && pool.mfa().webAuthn().filter(Pool.WebAuthn::isMultiFactor).isEmpty()) {
            throw CognitoErrors.invalid(
                    "WebAuthn MFA requires the FactorConfiguration MULTI_FACTOR_WITH_USER_VERIFICATION of the user pool.");
        }
        if (isWanted && factors.active().isEmpty()) {
            throw CognitoErrors.invalid(
                    "WebAuthn MFA requires at least one other MFA method to be enabled for the user.");
        }
        return factors.byPasskey(isWanted);
    }

    private void check(User user, Pool pool) {
        if (Stream.of(sms, softwareToken, email)
                        .flatMap(Optional::stream)
                        .filter(Wanted::isPreferred)
                        .count()
                > 1) {
            throw CognitoErrors.invalid("Only one MFA method can be preferred.");
        }
        if (softwareToken.filter(Wanted::isEnabled).isPresent()
                && user.factors().seed().isEmpty()) {
            throw CognitoErrors.invalid("User has not verified software token mfa");
        }
        if (sms.filter(Wanted::isEnabled).isPresent() && user.attribute("phone_number").isEmpty()) {
            throw CognitoErrors.invalid(
                    "User does not have delivery config set to turn on SMS_MFA");
        }
        if (email.filter(Wanted::isEnabled).isPresent()) {
            if (pool.mfa().email().isEmpty()) {
                throw CognitoErrors.invalid("Email MFA is not enabled for the user pool.");
            }
            if (user.attribute("email").isEmpty()) {
                throw CognitoErrors.invalid(
                        "User does not have delivery config set to turn on EMAIL_OTP");
            }
        }
    }

    private static Optional<String> preferred(
            String factor, Optional<Wanted> wanted, Optional<String> before) {
        if (wanted.filter(each -> each.isEnabled() && each.isPreferred()).isPresent()) {
            return Optional.of(factor);
        }
        var isGivenUp =
                wanted.filter(each -> !each.isEnabled() || each.preferredMfa().isPresent())
                        .isPresent();
        return isGivenUp ? before.filter(each -> !each.equals(factor)) : before;
    }
}
