package groundschool.terminal.aws;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Times as people type them, and as the command line prints them.
final class Timestamps {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final List<Function<String, Instant>> FORMS =
            List.of(
                    text ->
                            Instant.ofEpochMilli(
                                    new BigDecimal(text).movePointRight(3).longValue()),
                    text -> OffsetDateTime.parse(text).toInstant(),
                    text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
                    text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());

    private Timestamps() {}

    /// A number of seconds since 1970, or a date with or without a time; UTC unless it says
    /// otherwise.
    static Optional<Instant> read(JsonNode value) {
        if (!value.isString() && !value.isNumber()) {
            return Optional.empty();
        }
        var text = value.asString().strip().replace(' ', 'T');
        for (var form : FORMS) {
            try {
                return Optional.of(form.apply(text));
            } catch (DateTimeException | NumberFormatException e) {
                // The next form may fit.
            }
        }
        return Optional.empty();
    }

    /// As version 2 of the AWS CLI prints it: ISO 8601, with a fraction only if there is one.
    ///
    /// @param epochSeconds as the wire carries it
    static String iso(JsonNode epochSeconds) {
        var microseconds =
                epochSeconds
                        .decimalValue()
                        .movePointRight(6)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValue();
        var time =
                LocalDateTime.ofEpochSecond(
                        Math.floorDiv(microseconds, 1_000_000L),
                        (int) Math.floorMod(microseconds, 1_000_000L) * 1000,
                        ZoneOffset.UTC);
        var fraction = time.getNano() / 1000;
        return SECONDS.format(time) + (fraction == 0 ? "" : ".%06d".formatted(fraction)) + "+00:00";
    }
}
