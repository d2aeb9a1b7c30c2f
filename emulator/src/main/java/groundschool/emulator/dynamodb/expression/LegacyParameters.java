package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.DynamoDbErrors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the parameters that expressions replaced in 2014 as what expressions are read to.
///
/// The wordings of what is wrong with them are those that dynalite recorded from the service.
///
/// Source: [Legacy conditional
/// parameters](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.html)
public final class LegacyParameters {

    private static final int MOST_KEYS = 2;

    private LegacyParameters() {}

    /// `AttributesToGet`
    ///
    /// @throws groundschool.emulator.AwsException if a name comes twice
    public static Projection projection(List<String> names) {
        var seen = new HashSet<String>();
        for (var name : names) {
            if (!seen.add(name)) {
                throw DynamoDbErrors.invalidParameters(
                        "Duplicate value in attribute name: " + name);
            }
        }
        return Projection.of(names.stream().map(DocumentPath::of).toList());
    }

    /// `QueryFilter`, `ScanFilter`
    ///
    /// @return absent if there are no conditions
    /// @throws groundschool.emulator.AwsException if they are none that the service knows
    public static Optional<Condition> filter(
            Optional<Map<String, AttributeCondition>> conditions,
            Optional<ConditionalOperator> operator) {
        if (conditions.isEmpty() && operator.isEmpty()) {
            return Optional.empty();
        }
        var given = conditions.orElse(Map.of());
        given.values().forEach(AttributeCondition::check);
        checkOperator(operator, given.size());
        return joined(given, operator.orElse(ConditionalOperator.AND));
    }

    /// `Expected`
    ///
    /// @return absent if nothing is expected
    /// @throws groundschool.emulator.AwsException if it is not what can be expected
    public static Optional<Condition> expected(
            Optional<Map<String, ExpectedAttributeValue>> expected,
            Optional<ConditionalOperator> operator) {
        if (expected.isEmpty() && operator.isEmpty()) {
            return Optional.empty();
        }
        var conditions = new LinkedHashMap<String, AttributeCondition>();
        expected.orElse(Map.of())
                .forEach((attribute, value) -> {
                    var condition = value.condition(attribute);
                    condition.check();
                    conditions.put(attribute, condition);
                });
        checkOperator(operator, conditions.size());
        return joined(conditions, operator.orElse(ConditionalOperator.AND));
    }

    private static void checkOperator(Optional<ConditionalOperator> operator, int conditions) {
        if (operator.isEmpty()) {
            return;
        }
        if (conditions == 0) {
            throw DynamoDbErrors.validation(
                    "ConditionalOperator cannot be used without Filter or Expected");
        }
        if (conditions == 1) {
            throw DynamoDbErrors.validation(
                    "ConditionalOperator can only be used when Filter or Expected has two or more"
                            + " elements");
        }
    }

    private static Optional<Condition> joined(
            Map<String, AttributeCondition> conditions, ConditionalOperator operator) {
        var paths = conditions.keySet().stream().map(DocumentPath::of).toList();
        return conditions.entrySet().stream()
                .map(entry -> entry.getValue().node(entry.getKey()))
                .reduce((left, right) ->
                        switch (operator) {
                            case AND -> new ConditionNode.And(left, right);
                            case OR -> new ConditionNode.Or(left, right);
                        })
                .map(node -> new Condition(node, paths));
    }

    /// `KeyConditions`
    ///
    /// @throws groundschool.emulator.AwsException if keys cannot have them
    public static KeyCondition keyCondition(Map<String, AttributeCondition> conditions) {
        conditions.values().forEach(AttributeCondition::check);
        if (conditions.isEmpty() || conditions.size() > MOST_KEYS) {
            throw DynamoDbErrors.validation("Conditions can be of length 1 or 2 only");
        }
        var keys = new LinkedHashMap<String, SortKeyCondition>();
        conditions.forEach((attribute, condition) -> keys.put(attribute, condition.ofKey()));
        return new KeyCondition(keys);
    }

    /// `AttributeUpdates`
    ///
    /// @return absent if nothing is done
    /// @throws groundschool.emulator.AwsException if an action does not take its value
    public static Optional<Update> update(Map<String, AttributeValueUpdate> updates) {
        var actions = new ArrayList<UpdateAction>();
        updates.forEach((attribute, update) -> actions.add(update.action(attribute)));
        return actions.isEmpty() ? Optional.empty() : Optional.of(Update.ofLegacy(actions));
    }
}
