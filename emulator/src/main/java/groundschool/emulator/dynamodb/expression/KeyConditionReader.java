package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Takes a condition apart into conditions on keys, and refuses what keys cannot have.
///
/// The wordings are those of dynalite's tests, which were run against the service. Where AWS has
/// rolled out its newer checks, as in eu-west-2 since June 2026, "Invalid KeyConditionExpression: "
/// stands before them.
final class KeyConditionReader {

    private final Map<String, SortKeyCondition> conditions = new LinkedHashMap<>();

    /// @throws AwsException if the condition is more than keys can have
    Map<String, SortKeyCondition> read(ConditionNode node) {
        switch (node) {
            case ConditionNode.And(var left, var right) -> {
                read(left);
                read(right);
            }
            case ConditionNode.Or _ -> throw operator("OR");
            case ConditionNode.Not _ -> throw operator("NOT");
            case ConditionNode.In _ -> throw operator("IN");
            case ConditionNode.AttributeExists _ -> throw operator("attribute_exists");
            case ConditionNode.AttributeNotExists _ -> throw operator("attribute_not_exists");
            case ConditionNode.AttributeHasType _ -> throw operator("attribute_type");
            case ConditionNode.Contains _ -> throw operator("contains");
            case ConditionNode.Comparison comparison -> comparison(comparison);
            case ConditionNode.Between(var operand, var lower, var upper) -> {
                var key = key("BETWEEN", operand, lower, upper);
                add(key, new SortKeyCondition.Between(value(lower), value(upper)));
            }
            case ConditionNode.BeginsWith(var operand, var prefix) -> {
                var key = key("begins_with", operand, prefix);
                add(key, new SortKeyCondition.BeginsWith(value(prefix)));
            }
        }
        return conditions;
    }

    private void comparison(ConditionNode.Comparison comparison) {
        if (comparison.comparator() == Comparator.NOT_EQUAL) {
            throw operator("<>");
        }
        var left = comparison.left();
        var right = comparison.right();
        var key = onlyKey(List.of(left, right));
        add(
                key,
                left instanceof Operand.Path
                        ? new SortKeyCondition.Compared(comparison.comparator(), value(right))
                        : new SortKeyCondition.Compared(
                                comparison.comparator().exchanged(), value(left)));
    }

    private String key(String operator, Operand first, Operand... others) {
        if (!(first instanceof Operand.Path)) {
            throw DynamoDbErrors.validation(
                    "Invalid condition in KeyConditionExpression: %s operator must have the key attribute as its first operand"
                            .formatted(operator));
        }
        var operands = new ArrayList<Operand>(List.of(others));
        operands.addFirst(first);
        return onlyKey(operands);
    }

    /// The name of the one attribute among the operands.
    private static String onlyKey(List<Operand> operands) {
        var name = "";
        for (var operand : operands) {
            switch (operand) {
                case Operand.Constant _ -> {}
                case Operand.Size _, Operand.Truth _ ->
                        throw DynamoDbErrors.validation(
                                "KeyConditionExpressions cannot contain nested operations");
                case Operand.Path(var path) -> {
                    if (!name.isEmpty()) {
                        throw DynamoDbErrors.validation(
                                "Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition");
                    }
                    if (path.isNested()) {
                        throw DynamoDbErrors.validation(
                                "KeyConditionExpressions cannot have conditions on nested attributes");
                    }
                    name = path.attribute();
                }
            }
        }
        if (name.isEmpty()) {
            throw DynamoDbErrors.validation(
                    "Invalid condition in KeyConditionExpression: No key attribute specified");
        }
        return name;
    }

    private static AttributeValue value(Operand operand) {
        if (operand instanceof Operand.Constant(var value)) {
            return value;
        }
        throw new IllegalStateException("only one operand is a path: " + operand);
    }

    private void add(String key, SortKeyCondition condition) {
        if (conditions.putIfAbsent(key, condition) != null) {
            throw DynamoDbErrors.validation(
                    "KeyConditionExpressions must only contain one condition per key");
        }
    }

    private static AwsException operator(String operator) {
        return DynamoDbErrors.validation(
                "Invalid operator used in KeyConditionExpression: " + operator);
    }
}
