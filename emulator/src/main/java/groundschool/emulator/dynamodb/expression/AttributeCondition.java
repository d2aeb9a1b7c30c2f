package groundschool.emulator.dynamodb.expression;

import static groundschool.emulator.dynamodb.DynamoDbErrors.invalidParameters;

import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.expression.SortKeyCondition.BeginsWith;
import groundschool.emulator.dynamodb.expression.SortKeyCondition.Between;
import groundschool.emulator.dynamodb.expression.SortKeyCondition.Compared;
import java.util.List;
import java.util.Optional;

/// A condition on one attribute, of those that expressions replaced in 2014.
///
/// The wordings of what is wrong with it are those that dynalite recorded from the service.
///
/// Source:
/// [Condition](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Condition.html)
public record AttributeCondition(
        Optional<List<AttributeValue>> attributeValueList, ComparisonOperator comparisonOperator) {

    public AttributeCondition {
        attributeValueList = attributeValueList.map(List::copyOf);
    }

    private List<AttributeValue> values() {
        return attributeValueList.orElse(List.of());
    }

    /// @throws groundschool.emulator.AwsException if the operator does not take the values
    void check() {
        var values = values();
        if (!comparisonOperator.takes(values.size())) {
            throw invalidParameters(
                    "Invalid number of argument(s) for the %s ComparisonOperator"
                            .formatted(comparisonOperator));
        }
        for (var value : values) {
            if (!comparisonOperator.takes(value.type())) {
                throw invalidParameters(
                        "ComparisonOperator %s is not valid for %s AttributeValue type"
                                .formatted(comparisonOperator, value.type()));
            }
        }
        if (values.stream().map(AttributeValue::type).distinct().count() > 1) {
            throw invalidParameters(
                    "AttributeValues inside AttributeValueList must be of same type");
        }
        if (comparisonOperator == ComparisonOperator.BETWEEN
                && values.getFirst().compare(values.getLast()).orElse(0) > 0) {
            throw DynamoDbErrors.validation(
                    "The BETWEEN condition was provided a range where the lower bound is greater"
                            + " than the upper bound");
        }
    }

    /// The same as a part of an expression.
    ConditionNode node(String attribute) {
        Operand path = new Operand.Path(DocumentPath.of(attribute));
        var operands = values().stream().<Operand>map(Operand.Constant::new).toList();
        return switch (comparisonOperator) {
            case EQ, NE, LE, LT, GE, GT ->
                    new ConditionNode.Comparison(comparator(), path, operands.getFirst());
            case NOT_NULL -> new ConditionNode.AttributeExists(path);
            case NULL -> new ConditionNode.AttributeNotExists(path);
            case CONTAINS -> new ConditionNode.Contains(path, operands.getFirst());
            case NOT_CONTAINS ->
                    new ConditionNode.Not(new ConditionNode.Contains(path, operands.getFirst()));
            case BEGINS_WITH -> new ConditionNode.BeginsWith(path, operands.getFirst());
            case IN -> new ConditionNode.In(path, operands);
            case BETWEEN ->
                    new ConditionNode.Between(path, operands.getFirst(), operands.getLast());
        };
    }

    /// The same as a condition on a key.
    ///
    /// @throws groundschool.emulator.AwsException if keys cannot have it
    SortKeyCondition ofKey() {
        return switch (comparisonOperator) {
            case EQ, LE, LT, GE, GT -> new Compared(comparator(), values().getFirst());
            case BEGINS_WITH -> new BeginsWith(values().getFirst());
            case BETWEEN -> new Between(values().getFirst(), values().getLast());
            case NE, NOT_NULL, NULL, CONTAINS, NOT_CONTAINS, IN ->
                    throw DynamoDbErrors.validation(
                            "Attempted conditional constraint is not an indexable operation");
        };
    }

    private Comparator comparator() {
        return switch (comparisonOperator) {
            case EQ -> Comparator.EQUAL;
            case NE -> Comparator.NOT_EQUAL;
            case LE -> Comparator.LESS_OR_EQUAL;
            case LT -> Comparator.LESS;
            case GE -> Comparator.GREATER_OR_EQUAL;
            case GT -> Comparator.GREATER;
            case NOT_NULL, NULL, CONTAINS, NOT_CONTAINS, BEGINS_WITH, IN, BETWEEN ->
                    throw new IllegalStateException("no comparison: " + comparisonOperator);
        };
    }
}
