package groundschool.emulator.iam.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// What an account asks of the passwords of its users.
///
/// Source: [Account password
/// policy](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html)
///
/// @param maxPasswordAge in days
/// @param passwordReusePrevention how many earlier passwords may not come back
public record PasswordPolicy(
        int minimumPasswordLength,
        boolean requireSymbols,
        boolean requireNumbers,
        boolean requireUppercaseCharacters,
        boolean requireLowercaseCharacters,
        boolean allowUsersToChangePassword,
        Optional<Integer> maxPasswordAge,
        Optional<Integer> passwordReusePrevention,
        Optional<Boolean> hardExpiry) {

    private static final int USUAL_LENGTH = 8;
    private static final int USUAL_KINDS = 3;
    private static final String SYMBOLS = "!@#$%^&*()_+-=[]{}|'";

    private static final String NO_UPPERCASE = "Password should have at least one uppercase letter";
    private static final String NO_LOWERCASE = "Password should have at least one lowercase letter";
    private static final String NO_NUMBER = "Password should have at least one number";
    private static final String NO_SYMBOL = "Password should have at least one symbol";

    /// What is wrong with a password, in IAM's words; empty if it will do.
    public Optional<String> objection(String password) {
        var wrong = new ArrayList<String>();
        tooShort(password, minimumPasswordLength).ifPresent(wrong::add);
        var missing = missing(password);
        if (requireUppercaseCharacters && missing.contains(NO_UPPERCASE)) {
            wrong.add(NO_UPPERCASE);
        }
        if (requireLowercaseCharacters && missing.contains(NO_LOWERCASE)) {
            wrong.add(NO_LOWERCASE);
        }
        if (requireNumbers && missing.contains(NO_NUMBER)) {
            wrong.add(NO_NUMBER);
        }
        if (requireSymbols && missing.contains(NO_SYMBOL)) {
            wrong.add(NO_SYMBOL);
        }
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", wrong));
    }

    /// The same in an account that has no policy of its own: eight characters, of three kinds.
    public static Optional<String> usualObjection(String password) {
        var tooShort = tooShort(password, USUAL_LENGTH);
        var missing = missing(password);
        var lacking = missing.size() - (4 - USUAL_KINDS);
        if (tooShort.isPresent() || lacking <= 0) {
            return tooShort;
        }
        return Optional.of(
                "Password should meet %d more of the following requirements: %s"
                        .formatted(lacking, String.join(", ", missing)));
    }

    private static Optional<String> tooShort(String password, int least) {
        return password.length() < least
                ? Optional.of("Password should have a minimum length of " + least)
                : Optional.empty();
    }

    private static List<String> missing(String password) {
        var missing = new ArrayList<String>();
        addUnless(missing, NO_UPPERCASE, password, each -> each >= 'A' && each <= 'Z');
        addUnless(missing, NO_LOWERCASE, password, each -> each >= 'a' && each <= 'z');
        addUnless(missing, NO_NUMBER, password, each -> each >= '0' && each <= '9');
        addUnless(missing, NO_SYMBOL, password, each -> SYMBOLS.indexOf(each) >= 0);
        return missing;
    }

    private static void addUnless(
            List<String> missing, String message, String password, IntPredicate kind) {
        if (password.chars().noneMatch(kind)) {
            missing.add(message);
        }
    }
}
