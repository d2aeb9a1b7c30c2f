package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.TableErrors;
import groundschool.emulator.dynamodb.capacity.Consumption;
import groundschool.emulator.dynamodb.expression.KeyPaths;
import groundschool.emulator.dynamodb.expression.Update;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What is done to one item, with its expressions read: the core of PutItem, UpdateItem and
/// DeleteItem, and of the actions of a transaction.
sealed interface ItemWrite {

    /// Writes an item in the place of what has its key.
    record Put(Item item, Guard guard) implements ItemWrite {}

    /// Writes an item where there is none with its key.
    record Insert(Item item) implements ItemWrite {

        @Override
        public Guard guard() {
            return Guard.NONE;
        }
    }

    /// Changes attributes of the item of a key, or adds that item.
    ///
    /// @param update absent if there only shall be an item
    /// @param measuresClauses whether what the update writes is held to the limit of sizes too, and
    ///   not only the item that it leads to
    record Change(Item key, Optional<Update> update, Guard guard, boolean measuresClauses)
            implements ItemWrite {}

    /// Removes the item of a key.
    record Delete(Item key, Guard guard) implements ItemWrite {}

    /// Changes nothing, but must find its condition met.
    record Check(Item key, Guard guard) implements ItemWrite {}

    /// What a write led to.
    ///
    /// @param after absent if there is no item now
    record Written(Optional<Item> before, Optional<Item> after, Consumption consumption) {}

    Guard guard();

    /// The item or the key that the request gives.
    default Item itemOrKey() {
        return switch (this) {
            case Put(var item, _) -> item;
            case Insert(var item) -> item;
            case Change(var key, _, _, _) -> key;
            case Delete(var key, _) -> key;
            case Check(var key, _) -> key;
        };
    }

    /// Does it.
    ///
    /// @param times how often its capacity is taken: twice in a transaction
    /// @return what it led to, with the capacity that is still to be taken
    /// @throws groundschool.emulator.AwsException if it does not fit the table, or its condition
    ///   does not hold; the latter takes capacity all the same
    default Written perform(Table table, Call call, int times) {
        return perform(table, call, times, _ -> {});
    }

    /// The same, if it is admitted.
    ///
    /// @param admission is asked before anything is changed, and throws if what is to be taken is
    ///   not there
    default Written perform(
            Table table, Call call, int times, Consumer<Supplier<Consumption>> admission) {
        check(table);
        table.touch(itemOrKey(), call);
        var before = table.get(itemOrKey());
        if (!guard().allows(before)) {
            table.untouched(itemOrKey(), before).times(times).take(table, call);
            throw TableErrors.conditionalCheckFailed(before.filter(_ -> guard().showsItem()));
        }
        if (this instanceof Insert && before.isPresent()) {
            table.untouched(itemOrKey(), before).times(times).take(table, call);
            throw TableErrors.duplicateItem();
        }
        var after = after(before, table);
        admission.accept(() -> table.contents().unitsOf(table.at(itemOrKey()), before, after));
        var consumption =
                this instanceof Check
                        ? table.untouched(itemOrKey(), before)
                        : after.map(item -> table.put(item, before, call))
                                .orElseGet(() -> table.delete(itemOrKey(), before, call));
        return new Written(before, after, consumption.times(times));
    }

    /// Holds the keys, and the paths of the expressions, against the table.
    private void check(Table table) {
        switch (this) {
            case Put(var item, _) -> table.checkItem(item);
            case Insert(var item) -> table.checkItem(item);
            case Change(var key, var update, _, _) -> {
                table.checkKey(key);
                update.ifPresent(changes -> {
                    KeyPaths.requireUntouched(changes, Conditions.names(table.key()));
                    Conditions.requireScalarKeys(changes.paths(), table);
                });
            }
            case Delete(var key, _) -> table.checkKey(key);
            case Check(var key, _) -> table.checkKey(key);
        }
        guard().condition()
                .ifPresent(condition -> Conditions.requireScalarKeys(condition.paths(), table));
    }

    private Optional<Item> after(Optional<Item> before, Table table) {
        return switch (this) {
            case Put(var item, _) -> Optional.of(item);
            case Insert(var item) -> Optional.of(item);
            case Change change -> changed(change, before, table);
            case Delete _ -> Optional.empty();
            case Check _ -> before;
        };
    }

    private static Optional<Item> changed(Change change, Optional<Item> before, Table table) {
        var base = before.orElse(change.key);
        var after = change.update.map(update -> update.apply(base)).orElse(base);
        table.checkUpdated(before.orElse(Item.empty()), after);
        ItemSize.checkUpdated(after, change.update.filter(_ -> change.measuresClauses));
        // What only removes does not make an item in order to remove from it.
        boolean isInVain =
                before.isEmpty() && change.update.isPresent() && after.equals(change.key);
        return isInVain ? Optional.empty() : Optional.of(after);
    }
}
