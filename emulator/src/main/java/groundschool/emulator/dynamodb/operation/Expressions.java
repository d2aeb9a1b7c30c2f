package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.dynamodb.ExpressionValues;
import groundschool.emulator.dynamodb.expression.Condition;
import groundschool.emulator.dynamodb.expression.DocumentPath;
import groundschool.emulator.dynamodb.expression.ExpressionContext;
import groundschool.emulator.dynamodb.expression.ExpressionKind;
import groundschool.emulator.dynamodb.expression.KeyCondition;
import groundschool.emulator.dynamodb.expression.Projection;
import groundschool.emulator.dynamodb.expression.Update;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The expressions of a request, read against its names and values.
final class Expressions {

    private final EnumMap<ExpressionKind, Optional<String>> texts =
            new EnumMap<>(ExpressionKind.class);
    private Optional<Map<String, String>> names = Optional.empty();
    private Optional<ExpressionValues> values = Optional.empty();
    private Legacy legacy = Legacy.NONE;

    /// An expression that the operation may have.
    Expressions with(ExpressionKind kind, Optional<String> text) {
        texts.put(kind, text);
        return this;
    }

    Expressions names(Optional<Map<String, String>> given) {
        names = given;
        return this;
    }

    Expressions values(Optional<ExpressionValues> given) {
        values = given;
        return this;
    }

    /// What a request has that uses no expressions.
    Expressions or(Legacy given) {
        legacy = given;
        return this;
    }

    /// Reads all of them.
    ///
    /// @throws groundschool.emulator.AwsException at the first that is wrong
    Read read() {
        if (isNothingGiven()) {
            return Read.NOTHING;
        }
        var context = ExpressionContext.of(names, values);
        // In the order in which the service looks at them.
        var update = text(ExpressionKind.UPDATE).map(text -> Update.of(text, context));
        var condition = condition(ExpressionKind.CONDITION, context);
        var keyCondition = condition(ExpressionKind.KEY_CONDITION, context);
        var filter = condition(ExpressionKind.FILTER, context);
        var projection = text(ExpressionKind.PROJECTION).map(text -> Projection.of(text, context));
        context.checkAllUsed();
        return new Read(
                update.or(legacy::update),
                condition.or(legacy::condition),
                filter.or(legacy::filter),
                keyCondition.map(KeyCondition::of).or(legacy::keyCondition),
                projection.or(legacy::projection));
    }

    /// As with most reads and writes of single items.
    private boolean isNothingGiven() {
        if (names.isPresent() || values.isPresent() || !legacy.isEmpty()) {
            return false;
        }
        for (var text : texts.values()) {
            if (text.isPresent()) {
                return false;
            }
        }
        return true;
    }

    private Optional<Condition> condition(ExpressionKind kind, ExpressionContext context) {
        return text(kind).map(text -> Condition.of(kind, text, context));
    }

    private Optional<String> text(ExpressionKind kind) {
        return texts.getOrDefault(kind, Optional.empty());
    }

    /// What was read, each if it was given.
    record Read(
            Optional<Update> update,
            Optional<Condition> condition,
            Optional<Condition> filter,
            Optional<KeyCondition> keyCondition,
            Optional<Projection> projection) {

        private static final Read NOTHING =
                new Read(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        /// The condition of a write.
        Guard guard(Optional<ReturnValuesOnConditionCheckFailure> shown) {
            return new Guard(condition, shown);
        }

        /// All paths that they look at or change; those of key conditions are the keys.
        void eachPath(Consumer<DocumentPath> taker) {
            update.ifPresent(given -> given.paths().forEach(taker));
            condition.ifPresent(given -> given.paths().forEach(taker));
            filter.ifPresent(given -> given.paths().forEach(taker));
            projection.ifPresent(given -> given.paths().forEach(taker));
        }
    }
}
