package groundschool.emulator.cognito.pool;

import groundschool.emulator.cognito.CognitoErrors;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntPredicate;

/// What a pool asks of passwords.
///
/// Source: [Password
/// policies](https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html)
public record PasswordPolicy(
        Optional<Integer> minimumLength,
        Optional<Boolean> requireUppercase,
        Optional<Boolean> requireLowercase,
        Optional<Boolean> requireNumbers,
        Optional<Boolean> requireSymbols,
        Optional<Integer> passwordHistorySize,
        Optional<Integer> temporaryPasswordValidityDays) {

    private static final String SYMBOLS = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+- ";
    private static final int USUAL_DAYS = 7;

    /// What holds where nothing is said.
    public static final PasswordPolicy USUAL =
            new PasswordPolicy(
                    Optional.of(8),
                    Optional.of(true),
                    Optional.of(true),
                    Optional.of(true),
                    Optional.of(true),
                    Optional.empty(),
                    Optional.of(USUAL_DAYS));

    /// The same with what was not said, which then is not asked.
    public PasswordPolicy complete() {
        return new PasswordPolicy(
                Optional.of(minimumLength.orElse(8)),
                Optional.of(requireUppercase.orElse(false)),
                Optional.of(requireLowercase.orElse(false)),
                Optional.of(requireNumbers.orElse(false)),
                Optional.of(requireSymbols.orElse(false)),
                passwordHistorySize.filter(size -> size > 0),
                Optional.of(
                        temporaryPasswordValidityDays.filter(days -> days > 0).orElse(USUAL_DAYS)));
    }

    /// How long a password lasts that an administrator gave.
    public Duration temporaryValidity() {
        return Duration.ofDays(temporaryPasswordValidityDays.orElse(USUAL_DAYS));
    }

    /// @throws groundschool.emulator.AwsException if a password is not good enough
    public void check(String password) {
        if (password.length() < minimumLength.orElse(8)) {
            throw CognitoErrors.password("Password not long enough");
        }
        require(requireUppercase, password, Character::isUpperCase, "uppercase");
        require(requireLowercase, password, Character::isLowerCase, "lowercase");
        require(requireNumbers, password, Character::isDigit, "numeric");
        require(requireSymbols, password, each -> SYMBOLS.indexOf(each) >= 0, "symbol");
        if (password.startsWith(" ") || password.endsWith(" ")) {
            throw CognitoErrors.password("Password must not begin or end with a space");
        }
    }

    private static void require(
            Optional<Boolean> isRequired, String password, IntPredicate kind, String name) {
        if (isRequired.orElse(false) && password.chars().noneMatch(kind)) {
            throw CognitoErrors.password("Password must have %s characters".formatted(name));
        }
    }

    /// A password that is good enough, for somebody whom an administrator adds without one.
    public String make(SecureRandom random) {
        var text = new StringBuilder("aA1%");
        var letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        while (text.length() < Math.max(12, minimumLength.orElse(8))) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
