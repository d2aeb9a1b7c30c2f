package groundschool.emulator.dynamodb.expression;

import java.util.Locale;
import java.util.Optional;

/// The functions of updates. Their names are in small letters only, and each takes two operands.
enum UpdateFunction {
    IF_NOT_EXISTS,
    LIST_APPEND;

    static final int OPERANDS = 2;

    static Optional<UpdateFunction> named(String name) {
        for (var function : values()) {
            if (function.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }
}
