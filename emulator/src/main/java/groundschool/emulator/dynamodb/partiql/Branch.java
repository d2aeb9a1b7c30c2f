package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.KeyAttribute;
import groundschool.emulator.dynamodb.KeySchema;
import groundschool.emulator.dynamodb.KeySpan;
import groundschool.emulator.dynamodb.TableErrors;
import groundschool.emulator.dynamodb.expression.Comparator;
import groundschool.emulator.dynamodb.expression.ConditionNode;
import groundschool.emulator.dynamodb.expression.KeyRange;
import groundschool.emulator.dynamodb.expression.SortKeyCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One of the alternatives of a WHERE: a part of one partition.
///
/// @param partition the values of the partition key's attributes
/// @param isEmpty whether it contradicts itself
/// @param isLoose whether it excludes sort keys, rather than to say from where to where they go
record Branch(
        Conjunction parts,
        List<AttributeValue> partition,
        KeySpan span,
        boolean isEmpty,
        boolean isLoose) {

    /// @param parts name all attributes of the partition key
    /// @throws groundschool.emulator.AwsException if a key would have another type
    static Branch of(Conjunction parts, KeySchema key) {
        boolean isEmpty = false;
        var partition = new ArrayList<AttributeValue>();
        for (var attribute : key.partition()) {
            var values = parts.equal(attribute.name());
            values.forEach(value -> check(value, attribute, true));
            isEmpty |= values.stream().distinct().count() > 1;
            partition.add(values.getFirst());
        }
        var span = span(parts, partition, key.sort());
        return new Branch(
                parts,
                partition,
                span,
                isEmpty || span.isEmpty(),
                parts.parts().stream().anyMatch(part -> excludes(part, key.sort())));
    }

    /// All of a partition.
    static KeySpan whole(List<AttributeValue> partition) {
        return KeySpan.of(new KeyRange(partition, List.of(), Optional.empty()));
    }

    private static KeySpan span(
            Conjunction parts, List<AttributeValue> partition, List<KeyAttribute> sort) {
        var span = whole(partition);
        var prefix = new ArrayList<AttributeValue>();
        for (var attribute : sort) {
            for (var part : parts.parts()) {
                var condition = Conjunction.condition(part, attribute.name());
                if (condition.isPresent()) {
                    check(condition.get(), attribute);
                    span = span.and(KeySpan.of(new KeyRange(partition, prefix, condition)));
                }
            }
            var equal = parts.equal(attribute.name());
            if (equal.isEmpty()) {
                return span;
            }
            prefix.add(equal.getFirst());
        }
        return span;
    }

    private static void check(SortKeyCondition condition, KeyAttribute attribute) {
        boolean isEqual =
                condition instanceof SortKeyCondition.Compared(var comparator, _)
                        && comparator == Comparator.EQUAL;
        condition.values().forEach(value -> check(value, attribute, isEqual));
    }

    private static void check(AttributeValue value, KeyAttribute attribute, boolean isEqual) {
        if (value.type() != attribute.type()) {
            throw StatementErrors.keyTypeMismatch(attribute.name());
        }
        if (isEqual && value.sizeBytes() == 0) {
            throw TableErrors.emptyKeyValue(attribute);
        }
    }

    private static boolean excludes(ConditionNode part, List<KeyAttribute> sort) {
        boolean negates =
                part instanceof ConditionNode.Not
                        || part instanceof ConditionNode.Comparison(var comparator, _, _)
                                && comparator == Comparator.NOT_EQUAL;
        return negates
                && sort.stream().anyMatch(attribute -> Roots.of(part).contains(attribute.name()));
    }
}
