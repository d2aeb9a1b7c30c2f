package groundschool.card;

import java.time.Duration;
import java.util.Locale;

/// A time until a card comes back, in as few signs as a button has room for.
final class Interval {

    private static final double DAYS_OF_A_MONTH = 30.4375;
    private static final double DAYS_OF_A_YEAR = 365.25;

    private Interval() {}

    /// Such as `1 min`, `6 min`, `3 d`, `2.5 mo`, `1.3 y`.
    static String text(Duration interval) {
        if (interval.compareTo(Duration.ofHours(1)) < 0) {
            return Math.max(1, Math.round(interval.toSeconds() / 60.0)) + " min";
        }
        if (interval.compareTo(Duration.ofDays(1)) < 0) {
            return Math.round(interval.toMinutes() / 60.0) + " h";
        }
        var days = interval.toHours() / 24.0;
        if (days < DAYS_OF_A_MONTH) {
            return Math.round(days) + " d";
        }
        return days < DAYS_OF_A_YEAR
                ? tenths(days / DAYS_OF_A_MONTH) + " mo"
                : tenths(days / DAYS_OF_A_YEAR) + " y";
    }

    private static String tenths(double amount) {
        return String.format(Locale.ROOT, "%.1f", amount).replace(".0", "");
    }
}
