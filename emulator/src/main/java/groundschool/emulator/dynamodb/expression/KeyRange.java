package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.AttributeValue;
import java.util.List;
import java.util.Optional;

/// The part of a table or index that a query reads.
///
/// @param partition the values of the partition key's attributes, in their order
/// @param sortPrefix the values that the first of several sort key attributes equal; empty where
///   there is one sort key attribute
/// @param sort the condition on the sort key attribute behind those
public record KeyRange(
        List<AttributeValue> partition,
        List<AttributeValue> sortPrefix,
        Optional<SortKeyCondition> sort) {

    public KeyRange {
        partition = List.copyOf(partition);
        sortPrefix = List.copyOf(sortPrefix);
    }
}
