package groundschool.emulator.apigateway.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/// How many requests may come in a period.
///
/// @param offset of the first period, by which fewer may come in it
/// @param period `DAY`, `WEEK` or `MONTH`
public record QuotaSettings(
        Optional<Integer> limit, Optional<Integer> offset, Optional<String> period) {

    /// The first day of the period that a day is in. Weeks begin on Sunday.
    public LocalDate begin(LocalDate day) {
        return switch (period.orElse("DAY")) {
            case "WEEK" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
            case "MONTH" -> day.withDayOfMonth(1);
            default -> day;
        };
    }
}
