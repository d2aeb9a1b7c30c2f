package groundschool.terminal.aws;

import java.util.Locale;
import java.util.regex.Pattern;

/// How the command line spells the names of the API: `DescribeTimeToLive` as
/// `describe-time-to-live`, `SSESpecification` as `sse-specification`.
final class CliNames {

    private static final Pattern BEFORE_WORD = Pattern.compile("(.)([A-Z][a-z]+)");
    private static final Pattern BEFORE_CAPITAL = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern PLURAL_OF_ACRONYM = Pattern.compile("[A-Z]{2,}s$");

    private CliNames() {}

    static String of(String name) {
        if (name.contains("-")) {
            return name;
        }
        var plural = PLURAL_OF_ACRONYM.matcher(name);
        var singular = name;
        if (plural.find()) {
            singular =
                    name.substring(0, plural.start())
                            + "-"
                            + plural.group().toLowerCase(Locale.ROOT);
        }
        var words = BEFORE_WORD.matcher(singular).replaceAll("$1-$2");
        return BEFORE_CAPITAL.matcher(words).replaceAll("$1-$2").toLowerCase(Locale.ROOT);
    }
}
