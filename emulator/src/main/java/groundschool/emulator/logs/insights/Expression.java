package groundschool.emulator.logs.insights;

import groundschool.emulator.logs.pattern.SafeRegex;
import java.util.List;

/// What is computed of one record.
sealed interface Expression {

    Scalar of(Row row);

    /// What a result is called that has no name of its own: the text in the query.
    record Field(String name) implements Expression {
        @Override
        public Scalar of(Row row) {
            return row.get(name);
        }
    }

    record Constant(Scalar value) implements Expression {
        @Override
        public Scalar of(Row row) {
            return value;
        }
    }

    record Negative(Expression operand) implements Expression {
        @Override
        public Scalar of(Row row) {
            var number = operand.of(row).number();
            return number.isPresent()
                    ? new Scalar.Number(-number.getAsDouble())
                    : new Scalar.Missing();
        }
    }

    record Arithmetic(String sign, Expression left, Expression right) implements Expression {
        @Override
        public Scalar of(Row row) {
            var one = left.of(row).number();
            var other = right.of(row).number();
            if (one.isEmpty() || other.isEmpty()) {
                return new Scalar.Missing();
            }
            double a = one.getAsDouble();
            double b = other.getAsDouble();
            double result =
                    switch (sign) {
                        case "+" -> a + b;
                        case "-" -> a - b;
                        case "*" -> a * b;
                        case "/" -> a / b;
                        case "%" -> a % b;
                        default -> Math.pow(a, b);
                    };
            return Double.isFinite(result) ? new Scalar.Number(result) : new Scalar.Missing();
        }
    }

    record Comparison(String sign, Expression left, Expression right) implements Expression {
        @Override
        public Scalar of(Row row) {
            var one = left.of(row);
            var other = right.of(row);
            if (!one.isPresent() || !other.isPresent()) {
                return Scalar.of(sign.equals("!=") && one.isPresent() != other.isPresent());
            }
            int order = Scalar.ORDER.compare(one, other);
            return Scalar.of(
                    switch (sign) {
                        case "=" -> order == 0;
                        case "!=" -> order != 0;
                        case "<" -> order < 0;
                        case "<=" -> order <= 0;
                        case ">" -> order > 0;
                        default -> order >= 0;
                    });
        }
    }

    record Contains(Expression text, String part) implements Expression {
        @Override
        public Scalar of(Row row) {
            return Scalar.of(text.of(row).text().contains(part));
        }
    }

    record Matches(Expression text, SafeRegex regex) implements Expression {
        @Override
        public Scalar of(Row row) {
            return Scalar.of(regex.find(text.of(row).text()).isPresent());
        }
    }

    record In(Expression value, List<Expression> all) implements Expression {
        public In {
            all = List.copyOf(all);
        }

        @Override
        public Scalar of(Row row) {
            var wanted = value.of(row);
            return Scalar.of(
                    wanted.isPresent()
                            && all.stream()
                                    .anyMatch(each ->
                                            Scalar.ORDER.compare(each.of(row), wanted) == 0));
        }
    }

    record And(Expression left, Expression right) implements Expression {
        @Override
        public Scalar of(Row row) {
            return Scalar.of(left.of(row).isTrue() && right.of(row).isTrue());
        }
    }

    record Or(Expression left, Expression right) implements Expression {
        @Override
        public Scalar of(Row row) {
            return Scalar.of(left.of(row).isTrue() || right.of(row).isTrue());
        }
    }

    record Not(Expression operand) implements Expression {
        @Override
        public Scalar of(Row row) {
            return Scalar.of(!operand.of(row).isTrue());
        }
    }

    /// A function of some values.
    record Call(Function function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Scalar of(Row row) {
            return function.apply(arguments.stream().map(each -> each.of(row)).toList());
        }
    }

    /// What a function gives for its arguments.
    @FunctionalInterface
    interface Function {
        Scalar apply(List<Scalar> arguments);
    }
}
