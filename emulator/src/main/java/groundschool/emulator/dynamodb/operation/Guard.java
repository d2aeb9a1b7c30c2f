package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.expression.Condition;
import java.util.Optional;

/// What must hold of an item before it is written.
///
/// @param condition absent if the write goes ahead whatever is there
/// @param shown whether a refusal shows the item
record Guard(Optional<Condition> condition, Optional<ReturnValuesOnConditionCheckFailure> shown) {

    static final Guard NONE = new Guard(Optional.empty(), Optional.empty());

    /// Whether the item as it is may be written.
    boolean allows(Optional<Item> before) {
        return condition.isEmpty() || condition.get().test(before.orElse(Item.empty()));
    }

    boolean showsItem() {
        return shown.equals(Optional.of(ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }
}
