package groundschool.emulator.dynamodb.expression;

import java.util.Locale;
import java.util.Optional;

/// The functions of conditions. Their names are in small letters only.
enum ConditionFunction {
    ATTRIBUTE_EXISTS(1),
    ATTRIBUTE_NOT_EXISTS(1),
    ATTRIBUTE_TYPE(2),
    BEGINS_WITH(2),
    CONTAINS(2),
    SIZE(1);

    private final int operands;

    ConditionFunction(int operands) {
        this.operands = operands;
    }

    static Optional<ConditionFunction> named(String name) {
        for (var function : values()) {
            if (function.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    /// How many operands it takes.
    int operands() {
        return operands;
    }
}
