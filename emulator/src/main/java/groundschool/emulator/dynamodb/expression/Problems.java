package groundschool.emulator.dynamodb.expression;

import java.util.EnumMap;
import java.util.Optional;

/// What is wrong with an expression. Of several mistakes the service tells one: the first of the
/// sort that it looks for first.
///
/// @param <S> the sorts of mistakes, in the order in which the service looks for them
final class Problems<S extends Enum<S>> {

    private final EnumMap<S, String> reasons;

    Problems(Class<S> sorts) {
        this.reasons = new EnumMap<>(sorts);
    }

    void add(S sort, String reason) {
        reasons.putIfAbsent(sort, reason);
    }

    Optional<String> first() {
        return reasons.values().stream().findFirst();
    }

    /// @throws groundschool.emulator.AwsException if there is a problem
    void check(ExpressionKind kind) {
        first().ifPresent(reason -> {
            throw kind.invalid(reason);
        });
    }
}
