package groundschool.bench;

import java.util.Locale;

/// What a figure counts in.
public enum Unit {
    MILLISECONDS("ms"),
    MICROSECONDS("µs"),
    PER_SECOND("/s"),
    REQUESTS("requests"),
    MEGABYTES("MB"),
    KILOBYTES("kB");

    private final String sign;

    Unit(String sign) {
        this.sign = sign;
    }

    /// A value with three digits or so, and the unit.
    String text(double value) {
        var digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + digits + "f %s", value, sign);
    }
}
