package groundschool.emulator.iam.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the times that Date operators compare: ISO 8601, of which all but the year may be left
/// out, or seconds since 1970. Which odd texts pass is as AWS takes them in policies.
///
/// Source: [Date condition
/// operators](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date),
/// and the documents in moto's test_iam_policies.py, for example `01T` taken and `234-13` refused
final class DateText {

    private static final Pattern SECONDS = Pattern.compile("[+-]?\\d{1,19}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern ISO_8601 =
            Pattern.compile(
                    "(?<year>[+-]?\\d{1,9})(?:-(?<month>\\d{1,2})(?:-(?<day>\\d{1,2}))?)?"
                            + "(?:[Tt](?:(?<hour>\\d{1,2})(?::(?<minute>\\d{1,2})"
                            + "(?::(?<second>\\d{1,2})(?:[.,](?<fraction>\\d{1,9}))?)?)?)?"
                            + "(?<zone>[Zz]|[+-]\\d{2}(?::?\\d{2})?)?)?");

    private DateText() {}

    /// @return empty if the text is no time
    static Optional<Instant> instant(String text) {
        if (SECONDS.matcher(text).matches() && !YEAR.matcher(text).matches()) {
            return seconds(text);
        }
        var iso = ISO_8601.matcher(text);
        return iso.matches() ? instant(iso) : Optional.empty();
    }

    private static Optional<Instant> seconds(String text) {
        try {
            long seconds = Long.parseLong(text);
            return Optional.of(
                    Instant.ofEpochSecond(
                            Math.clamp(
                                    seconds,
                                    Instant.MIN.getEpochSecond(),
                                    Instant.MAX.getEpochSecond())));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(Matcher iso) {
        try {
            var local =
                    LocalDateTime.of(
                            Integer.parseInt(iso.group("year")),
                            number(iso, "month", 1),
                            number(iso, "day", 1),
                            number(iso, "hour", 0),
                            number(iso, "minute", 0),
                            number(iso, "second", 0),
                            nanos(iso));
            return Optional.of(local.toInstant(ZoneOffset.UTC).minusSeconds(offsetSeconds(iso)));
        } catch (DateTimeException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    private static int number(Matcher iso, String group, int otherwise) {
        return Optional.ofNullable(iso.group(group)).map(Integer::parseInt).orElse(otherwise);
    }

    private static int nanos(Matcher iso) {
        return Optional.ofNullable(iso.group("fraction"))
                .map(digits -> Integer.parseInt((digits + "00000000").substring(0, 9)))
                .orElse(0);
    }

    private static long offsetSeconds(Matcher iso) {
        var zone = Optional.ofNullable(iso.group("zone")).orElse("Z");
        if (zone.equalsIgnoreCase("Z")) {
            return 0;
        }
        var digits = (zone.substring(1).replace(":", "") + "00").substring(0, 4);
        long seconds =
                Integer.parseInt(digits.substring(0, 2)) * 3600L
                        + Integer.parseInt(digits.substring(2)) * 60L;
        return zone.startsWith("-") ? -seconds : seconds;
    }
}
