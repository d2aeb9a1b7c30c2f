package groundschool.emulator.logs.insights;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.OptionalDouble;

/// A value in a query.
public sealed interface Scalar {

    /// Numbers before texts, in their order.
    Comparator<Scalar> ORDER = Scalar::compare;

    /// As results show it.
    String text();

    /// The number that it is, or that its text is.
    OptionalDouble number();

    /// Whether a condition that it is holds.
    boolean isTrue();

    record Text(String text) implements Scalar {
        @Override
        public OptionalDouble number() {
            if (text.isEmpty() || text.length() > 40) {
                return OptionalDouble.empty();
            }
            char last = text.charAt(text.length() - 1);
            if (!Character.isDigit(last) && last != '.') {
                return OptionalDouble.empty();
            }
            try {
                return OptionalDouble.of(Double.parseDouble(text));
            } catch (NumberFormatException _) {
                return OptionalDouble.empty();
            }
        }

        @Override
        public boolean isTrue() {
            return text.equals("true") || text.equals("1");
        }
    }

    record Number(double value) implements Scalar {
        @Override
        public String text() {
            return Double.isFinite(value)
                    ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
                    : "";
        }

        @Override
        public OptionalDouble number() {
            return OptionalDouble.of(value);
        }

        @Override
        public boolean isTrue() {
            return value != 0;
        }
    }

    /// A time, in milliseconds.
    record Time(double millis) implements Scalar {
        @Override
        public String text() {
            return Times.text(millis);
        }

        @Override
        public OptionalDouble number() {
            return OptionalDouble.of(millis);
        }

        @Override
        public boolean isTrue() {
            return true;
        }
    }

    /// Nothing: a field that an event does not have.
    record Missing() implements Scalar {
        @Override
        public String text() {
            return "";
        }

        @Override
        public OptionalDouble number() {
            return OptionalDouble.empty();
        }

        @Override
        public boolean isTrue() {
            return false;
        }
    }

    static Scalar of(boolean truth) {
        return new Number(truth ? 1 : 0);
    }

    default boolean isPresent() {
        return !(this instanceof Missing);
    }

    private static int compare(Scalar left, Scalar right) {
        var one = left.number();
        var other = right.number();
        if (one.isPresent() && other.isPresent()) {
            return Double.compare(one.getAsDouble(), other.getAsDouble());
        }
        if (one.isPresent() != other.isPresent()) {
            return one.isPresent() ? -1 : 1;
        }
        return left.text().compareTo(right.text());
    }
}
