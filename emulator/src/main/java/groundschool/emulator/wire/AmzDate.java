package groundschool.emulator.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// The dates of signatures: ISO-8601's basic format, such as `20260314T150926Z`.
final class AmzDate {

    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private AmzDate() {}

    static String text(Instant instant) {
        return BASIC.format(instant);
    }

    /// A date in basic format, or, as in the header `Date`, in that of HTTP.
    static Optional<Instant> read(String text) {
        return read(text, BASIC).or(() -> read(text, DateTimeFormatter.RFC_1123_DATE_TIME));
    }

    private static Optional<Instant> read(String text, DateTimeFormatter format) {
        try {
            return Optional.of(Instant.from(format.parse(text)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
