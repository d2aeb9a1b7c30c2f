package groundschool.emulator.cognito.user;

import groundschool.emulator.cognito.CognitoErrors;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which people somebody looks for: `email ^= "ada"`.
///
/// Source:
/// [ListUsers](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html)
public record UserFilter(String attribute, boolean isPrefix, String value) {

    private static final Set<String> ATTRIBUTES =
            Set.of(
                    "username",
                    "email",
                    "phone_number",
                    "name",
                    "given_name",
                    "family_name",
                    "preferred_username",
                    "cognito:user_status",
                    "status",
                    "sub");
    private static final Pattern FORM =
            Pattern.compile("\\s*\"?([\\w:]+)\"?\\s*(\\^=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*");

    /// Reads one; nothing if it is empty, since then everybody is meant.
    ///
    /// @throws groundschool.emulator.AwsException if it cannot be read
    public static Optional<UserFilter> of(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        var matcher = FORM.matcher(text);
        if (!matcher.matches() || !ATTRIBUTES.contains(matcher.group(1))) {
            throw CognitoErrors.invalid("Error while parsing filter.");
        }
        return Optional.of(
                new UserFilter(
                        matcher.group(1),
                        matcher.group(2).equals("^="),
                        matcher.group(3).replaceAll("\\\\(.)", "$1")));
    }

    /// Whether somebody is meant.
    public boolean takes(User user) {
        var has =
                switch (attribute) {
                    case "username" -> user.username();
                    case "cognito:user_status" -> user.status().name();
                    case "status" -> user.enabled() ? "Enabled" : "Disabled";
                    default -> user.attribute(attribute).orElse("\0");
                };
        if (attribute.equals("cognito:user_status")) {
            return fits(has.toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT));
        }
        return fits(has, value);
    }

    private boolean fits(String has, String wanted) {
        return isPrefix ? has.startsWith(wanted) : has.equals(wanted);
    }
}
