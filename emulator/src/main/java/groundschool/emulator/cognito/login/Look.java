package groundschool.emulator.cognito.login;

import groundschool.emulator.cognito.CognitoErrors;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How an owner has pages look: rules for the classes that the pages have, and a logo.
///
/// Source: [Customizing hosted UI (classic)
/// branding](https://docs.aws.amazon.com/cognito/latest/developerguide/hosted-ui-classic-branding.html)
///
/// @param clientId `ALL` for those clients that have none of their own
/// @param logo in base64
public record Look(
        String clientId,
        Optional<String> css,
        Optional<String> logo,
        Instant createdAt,
        Instant modifiedAt) {

    /// What the look of all clients is kept as.
    public static final String ALL = "ALL";

    private static final Pattern RULE = Pattern.compile("\\s*([^{}]+?)\\s*\\{([^{}]*)\\}\\s*");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    /// Nothing that leads elsewhere, or out of a rule.
    private static final Pattern DECLARATIONS =
            Pattern.compile("[\\w\\s:;#%.,()!'\"-]*", Pattern.DOTALL);

    /// The classes that pages have.
    private static final List<String> SELECTORS =
            List.of(
                    ".logo-customizable",
                    ".banner-customizable",
                    ".label-customizable",
                    ".textDescription-customizable",
                    ".idpDescription-customizable",
                    ".legalText-customizable",
                    ".submitButton-customizable",
                    ".submitButton-customizable:hover",
                    ".errorMessage-customizable",
                    ".inputField-customizable",
                    ".inputField-customizable:focus",
                    ".idpButton-customizable",
                    ".idpButton-customizable:hover",
                    ".socialButton-customizable",
                    ".redirect-customizable",
                    ".passwordCheck-notValid-customizable",
                    ".passwordCheck-valid-customizable",
                    ".background-customizable");

    /// @throws groundschool.emulator.AwsException if rules are for anything else
    public static void check(String css) {
        var plain = COMMENT.matcher(css).replaceAll("");
        var rules = RULE.matcher(plain);
        int end = 0;
        while (rules.find() && rules.start() == end) {
            end = rules.end();
            for (var selector : rules.group(1).split("\\s*,\\s*")) {
                if (!SELECTORS.contains(selector)) {
                    throw CognitoErrors.invalid("Invalid CSS: unknown class " + selector);
                }
            }
            if (!DECLARATIONS.matcher(rules.group(2)).matches()
                    || rules.group(2).toLowerCase(Locale.ROOT).contains("url(")) {
                throw CognitoErrors.invalid("Invalid CSS: " + rules.group(2).strip());
            }
        }
        if (!plain.substring(end).isBlank()) {
            throw CognitoErrors.invalid("Invalid CSS: " + plain.substring(end).strip());
        }
    }
}
