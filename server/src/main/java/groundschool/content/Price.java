package groundschool.content;

import java.time.LocalDate;

/// A list price, which holds in one Region on one day. Whatever says a price says it from here.
///
/// @param unit what is paid for once, such as `GB-second`
/// @param amount in US dollars, as its author wrote it: digits with at most one point
/// @param asOf the day on which it was looked up, as in `2026-11-22`
public record Price(
        String id,
        String service,
        String what,
        String unit,
        String amount,
        String region,
        String asOf,
        Source source) {

    /// As it stands in a sentence: `$0.20 per million requests`.
    public String words() {
        return "$%s per %s".formatted(amount, unit);
    }

    /// The day on which it was looked up.
    public LocalDate date() {
        return LocalDate.parse(asOf);
    }
}
