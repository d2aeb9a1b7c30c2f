package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.Item;
import java.util.Optional;

/// What an update does to one path.
public sealed interface UpdateAction {

    DocumentPath path();

    record Set(DocumentPath path, UpdateValue value) implements UpdateAction {}

    record Remove(DocumentPath path) implements UpdateAction {}

    /// @param value a number or a set
    record Add(DocumentPath path, AttributeValue value) implements UpdateAction {}

    /// @param value a set
    record Delete(DocumentPath path, AttributeValue value) implements UpdateAction {}

    /// Whether it writes what it is given, and does not only take away.
    default boolean writes() {
        return this instanceof Set || this instanceof Add;
    }

    /// What the service adds to the size of an update for this clause: measured, not documented.
    default int costBytes() {
        if (!writes()) {
            return 2;
        }
        return path().steps().stream().anyMatch(DocumentPath.Index.class::isInstance) ? 20 : 19;
    }

    /// @throws groundschool.emulator.AwsException if it adds to or deletes from a value of another
    ///   type
    default void checkType(Item item) {
        var operand =
                switch (this) {
                    case Add(_, var value) -> Optional.of(value);
                    case Delete(_, var value) -> Optional.of(value);
                    case Set _, Remove _ -> Optional.<AttributeValue>empty();
                };
        var before = path().in(item);
        if (operand.isPresent()
                && before.isPresent()
                && operand.get().type() != before.get().type()) {
            throw DynamoDbErrors.validation("Type mismatch for attribute to update");
        }
    }

    /// The change that it comes down to for the item as it was before the update.
    default Change change(Item item) {
        return switch (this) {
            case Set(_, var value) -> new Change.Put(value.in(item));
            case Remove _ -> new Change.Remove();
            case Add(_, var value) -> new Change.Add(value);
            case Delete(_, var value) -> new Change.Delete(value);
        };
    }
}
