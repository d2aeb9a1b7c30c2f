package groundschool.emulator.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
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

    /// The same for a date that was read: most are in basic format already.
    static String text(Instant instant, String asSent) {
        return basic(asSent).isPresent() ? asSent : text(instant);
    }

    /// A date in basic format, or, as in the header `Date`, in that of HTTP.
    static Optional<Instant> read(String text) {
        return basic(text)
                .or(() -> read(text, BASIC))
                .or(() -> read(text, DateTimeFormatter.RFC_1123_DATE_TIME));
    }

    /// What nearly all requests have, read in a tenth of the time that a formatter takes.
    private static Optional<Instant> basic(String text) {
        if (text.length() != 16 || text.charAt(8) != 'T' || text.charAt(15) != 'Z') {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDateTime.of(
                                    number(text, 0, 4),
                                    number(text, 4, 6),
                                    number(text, 6, 8),
                                    number(text, 9, 11),
                                    number(text, 11, 13),
                                    number(text, 13, 15))
                            .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// @return -1, which is no part of any date, if one of the characters is no digit
    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static Optional<Instant> read(String text, DateTimeFormatter format) {
        try {
            return Optional.of(Instant.from(format.parse(text)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
