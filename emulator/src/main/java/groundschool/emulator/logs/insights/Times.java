package groundschool.emulator.logs.insights;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Times and periods, as queries have them.
final class Times {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final Pattern PERIOD =
            Pattern.compile(
                    "(\\d{1,6})(ms|msec|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)");

    private Times() {}

    static String text(double millis) {
        double most = 253_402_300_799_999.0;
        return FORMAT.format(Instant.ofEpochMilli((long) Math.clamp(millis, 0, most)));
    }

    /// In milliseconds; absent if the text is no period.
    static OptionalLong period(String text) {
        var parts = PERIOD.matcher(text);
        if (!parts.matches() || Long.parseLong(parts.group(1)) == 0) {
            return OptionalLong.empty();
        }
        var unit = parts.group(2);
        long width =
                unit.startsWith("ms") || unit.startsWith("milli")
                        ? 1
                        : switch (unit.charAt(0)) {
                            case 's' -> 1_000;
                            case 'm' -> 60_000;
                            case 'h' -> 3_600_000;
                            case 'd' -> 86_400_000;
                            default -> 604_800_000;
                        };
        return OptionalLong.of(Long.parseLong(parts.group(1)) * width);
    }

    static double floor(double millis, long period) {
        return millis - Math.floorMod((long) millis, period);
    }
}
