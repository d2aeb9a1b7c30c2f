package groundschool.card;

import java.time.Duration;
import java.util.Locale;

/// A time until a card comes back, in as few signs as a button has room for.
final class Interval {

    private static final double DAYS_OF_A_MONTH = 30.4375;
    private static final double DAYS_OF_A_YEAR = 365.25;

    /// From here on a year is nearer than what would be written as twelve months.
    private static final double ALMOST_A_YEAR = 11.95 * DAYS_OF_A_MONTH;

    private Interval() {}

    /// Such as `1 min`, `6 min`, `3 d`, `2.5 mo`, `1.3 y`.
    static String text(Duration interval) {
        var minutes = Math.max(1, Math.round(interval.toSeconds() / 60.0));
        if (minutes < 60) {
            return minutes + " min";
        }
        var hours = Math.round(minutes / 60.0);
        if (hours < 24) {
            return hours + " h";
        }
        var days = Math.round(minutes / (24 * 60.0));
        if (days <= DAYS_OF_A_MONTH) {
            return days + " d";
        }
        return days < ALMOST_A_YEAR
                ? tenths(days / DAYS_OF_A_MONTH) + " mo"
                : tenths(days / DAYS_OF_A_YEAR) + " y";
    }

    private static String tenths(double amount) {
        return String.format(Locale.ROOT, "%.1f", amount).replace(".0", "");
    }
}
