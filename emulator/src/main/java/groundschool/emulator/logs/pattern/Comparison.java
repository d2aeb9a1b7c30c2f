package groundschool.emulator.logs.pattern;

import java.math.BigDecimal;
import java.util.Optional;

/// A value held against what is wanted of it.
///
/// @param wanted a number if it was written as one
record Comparison(Operator operator, Wanted wanted) {

    enum Operator {
        EQUAL("="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        boolean allows(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case NOT_EQUAL -> order != 0;
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                case GREATER -> order > 0;
                case GREATER_OR_EQUAL -> order >= 0;
            };
        }
    }

    sealed interface Wanted {
        record Number(BigDecimal value) implements Wanted {
            @Override
            public String toString() {
                return value.toString();
            }
        }

        record Characters(Text text) implements Wanted {
            @Override
            public String toString() {
                return text.toString();
            }
        }
    }

    /// Whether a value, as text, is as wanted.
    boolean holds(String value) {
        return switch (wanted) {
            case Wanted.Number(var number) ->
                    number(value)
                            .map(found -> operator.allows(found.compareTo(number)))
                            .orElse(operator == Operator.NOT_EQUAL);
            case Wanted.Characters(var text) -> {
                boolean fits = text.isAllOf(value);
                yield switch (operator) {
                    case EQUAL -> fits;
                    case NOT_EQUAL -> !fits;
                    case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> false;
                };
            }
        };
    }

    /// The number that a text is, within what can be compared in no time.
    static Optional<BigDecimal> number(String text) {
        if (text.isEmpty() || text.length() > 64) {
            return Optional.empty();
        }
        char first = text.charAt(0);
        if (first != '-' && first != '+' && first != '.' && !Character.isDigit(first)) {
            return Optional.empty();
        }
        try {
            var number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > 400 ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return operator.sign() + " " + wanted;
    }
}
