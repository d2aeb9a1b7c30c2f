package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.AttributeValue.BS;
import groundschool.emulator.dynamodb.AttributeValue.L;
import groundschool.emulator.dynamodb.AttributeValue.N;
import groundschool.emulator.dynamodb.AttributeValue.NS;
import groundschool.emulator.dynamodb.AttributeValue.SS;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;

/// A change to one value.
public sealed interface Change {

    record Put(AttributeValue value) implements Change {}

    record Remove() implements Change {}

    /// Adds a number to a number, members to a set, or elements to a list: the last only in the
    /// parameters that expressions replaced.
    record Add(AttributeValue value) implements Change {}

    /// Removes members from a set, and the set with its last member.
    record Delete(AttributeValue value) implements Change {}

    /// The value afterwards; absent is absent.
    ///
    /// @throws groundschool.emulator.AwsException if the value is of a type that this cannot change
    default Optional<AttributeValue> applyTo(Optional<AttributeValue> before) {
        return switch (this) {
            case Put(var value) -> Optional.of(value);
            case Remove _ -> Optional.empty();
            case Add(var more) -> Optional.of(before.map(value -> add(value, more)).orElse(more));
            case Delete(var members) -> before.flatMap(value -> delete(value, members));
        };
    }

    private static AttributeValue add(AttributeValue value, AttributeValue more) {
        if (value instanceof N(var number) && more instanceof N(var increment)) {
            return new N(number.plus(increment));
        }
        if (value instanceof SS(var members) && more instanceof SS(var others)) {
            return new SS(union(members, others));
        }
        if (value instanceof NS(var members) && more instanceof NS(var others)) {
            return new NS(union(members, others));
        }
        if (value instanceof BS(var members) && more instanceof BS(var others)) {
            return new BS(union(members, others));
        }
        if (value instanceof L(var elements) && more instanceof L(var others)) {
            var all = new ArrayList<>(elements);
            all.addAll(others);
            return new L(all);
        }
        throw DynamoDbErrors.incorrectOperandType();
    }

    private static Optional<AttributeValue> delete(AttributeValue value, AttributeValue some) {
        if (value instanceof SS(var members) && some instanceof SS(var others)) {
            return difference(members, others, SS::new);
        }
        if (value instanceof NS(var members) && some instanceof NS(var others)) {
            return difference(members, others, NS::new);
        }
        if (value instanceof BS(var members) && some instanceof BS(var others)) {
            return difference(members, others, BS::new);
        }
        throw DynamoDbErrors.incorrectOperandType();
    }

    private static <E> SequencedSet<E> union(Set<E> members, Set<E> others) {
        var all = new LinkedHashSet<>(members);
        all.addAll(others);
        return all;
    }

    private static <E> Optional<AttributeValue> difference(
            Set<E> members, Set<E> others, Function<SequencedSet<E>, AttributeValue> set) {
        var rest = new LinkedHashSet<>(members);
        rest.removeAll(others);
        return rest.isEmpty() ? Optional.empty() : Optional.of(set.apply(rest));
    }
}
