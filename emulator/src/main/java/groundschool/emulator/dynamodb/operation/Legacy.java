package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.dynamodb.expression.AttributeCondition;
import groundschool.emulator.dynamodb.expression.AttributeValueUpdate;
import groundschool.emulator.dynamodb.expression.Condition;
import groundschool.emulator.dynamodb.expression.ConditionalOperator;
import groundschool.emulator.dynamodb.expression.ExpectedAttributeValue;
import groundschool.emulator.dynamodb.expression.KeyCondition;
import groundschool.emulator.dynamodb.expression.LegacyParameters;
import groundschool.emulator.dynamodb.expression.Projection;
import groundschool.emulator.dynamodb.expression.Update;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a request says by the parameters that expressions replaced in 2014, read.
record Legacy(
        Optional<Update> update,
        Optional<Condition> condition,
        Optional<Condition> filter,
        Optional<KeyCondition> keyCondition,
        Optional<Projection> projection) {

    static final Legacy NONE =
            new Legacy(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /// Whether the request has none of them.
    boolean isEmpty() {
        return update.isEmpty()
                && condition.isEmpty()
                && filter.isEmpty()
                && keyCondition.isEmpty()
                && projection.isEmpty();
    }

    static Legacy ofGet(Optional<List<String>> attributesToGet) {
        return new Legacy(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                attributesToGet.map(LegacyParameters::projection));
    }

    static Legacy ofWrite(
            Optional<Map<String, ExpectedAttributeValue>> expected,
            Optional<ConditionalOperator> operator) {
        return ofUpdate(Optional.empty(), expected, operator);
    }

    static Legacy ofUpdate(
            Optional<Map<String, AttributeValueUpdate>> updates,
            Optional<Map<String, ExpectedAttributeValue>> expected,
            Optional<ConditionalOperator> operator) {
        var update = updates.flatMap(LegacyParameters::update);
        return new Legacy(
                update,
                LegacyParameters.expected(expected, operator),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Legacy ofScan(
            Optional<List<String>> attributesToGet,
            Optional<Map<String, AttributeCondition>> scanFilter,
            Optional<ConditionalOperator> operator) {
        return ofQuery(attributesToGet, scanFilter, operator, Optional.empty());
    }

    static Legacy ofQuery(
            Optional<List<String>> attributesToGet,
            Optional<Map<String, AttributeCondition>> queryFilter,
            Optional<ConditionalOperator> operator,
            Optional<Map<String, AttributeCondition>> keyConditions) {
        var filter = LegacyParameters.filter(queryFilter, operator);
        var projection = attributesToGet.map(LegacyParameters::projection);
        return new Legacy(
                Optional.empty(),
                Optional.empty(),
                filter,
                keyConditions.map(LegacyParameters::keyCondition),
                projection);
    }
}
