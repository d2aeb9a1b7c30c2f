package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.AttributeValueJson;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Which parameters may come together. The service looks at this before it looks into any of them,
/// even into items and keys.
///
/// The order is that of [dynalite](https://github.com/architect/dynalite), whose tests were run
/// against the service.
///
/// @param expressions the parameters that hold expressions, in the order in which messages name
///   them
/// @param legacy the parameters that expressions replaced in 2014
public record ParameterRules(List<String> expressions, List<String> legacy) {

    private static final ParameterRules KEYS =
            new ParameterRules(List.of("ProjectionExpression"), List.of("AttributesToGet"));
    private static final ParameterRules CONDITION =
            new ParameterRules(
                    List.of("ConditionExpression"), List.of("Expected", "ConditionalOperator"));
    private static final Map<String, ParameterRules> BY_OPERATION =
            Map.of(
                    "GetItem",
                    KEYS,
                    "PutItem",
                    CONDITION,
                    "DeleteItem",
                    CONDITION,
                    "UpdateItem",
                    new ParameterRules(
                            List.of("UpdateExpression", "ConditionExpression"),
                            List.of("AttributeUpdates", "Expected", "ConditionalOperator")),
                    "Query",
                    new ParameterRules(
                            List.of(
                                    "ProjectionExpression",
                                    "FilterExpression",
                                    "KeyConditionExpression"),
                            List.of(
                                    "AttributesToGet",
                                    "QueryFilter",
                                    "ConditionalOperator",
                                    "KeyConditions")),
                    "Scan",
                    new ParameterRules(
                            List.of("ProjectionExpression", "FilterExpression"),
                            List.of("AttributesToGet", "ScanFilter", "ConditionalOperator")));

    /// Of the reads and writes of transactions, which have come after the legacy parameters.
    private static final ParameterRules GET =
            new ParameterRules(List.of("ProjectionExpression"), List.of());

    private static final ParameterRules WRITE =
            new ParameterRules(List.of("ConditionExpression"), List.of());
    private static final Map<String, ParameterRules> BY_ACTION =
            Map.of(
                    "ConditionCheck",
                    WRITE,
                    "Put",
                    WRITE,
                    "Delete",
                    WRITE,
                    "Update",
                    new ParameterRules(
                            List.of("UpdateExpression", "ConditionExpression"), List.of()));

    /// Holds an operation's input against its rules.
    ///
    /// @throws AwsException at the first that it breaks
    public static void check(String operation, JsonNode input) {
        if (operation.equals("BatchGetItem")) {
            input.path("RequestItems").forEach(KEYS::check);
        }
        if (operation.equals("TransactGetItems")) {
            input.path("TransactItems").forEach(item -> GET.check(item.path("Get")));
        }
        if (operation.equals("TransactWriteItems")) {
            input.path("TransactItems")
                    .forEach(item ->
                            item.propertyStream()
                                    .forEach(action ->
                                            Optional.ofNullable(BY_ACTION.get(action.getKey()))
                                                    .ifPresent(rules ->
                                                            rules.check(action.getValue()))));
        }
        Optional.ofNullable(BY_OPERATION.get(operation)).ifPresent(rules -> rules.check(input));
        checkStart(input.path("ExclusiveStartKey"));
    }

    private void check(JsonNode input) {
        if (isNothingGiven(input)) {
            return;
        }
        var used = given(expressions, input);
        checkLegacy(given(legacy, input), used);
        if (used.isEmpty() && isGiven(input, "ExpressionAttributeNames")) {
            throw DynamoDbErrors.validation(
                    "ExpressionAttributeNames can only be specified when using expressions");
        }
        if (!isGiven(input, "ExpressionAttributeValues")) {
            return;
        }
        var withValues = new ArrayList<>(expressions);
        withValues.remove("ProjectionExpression");
        if (!withValues.isEmpty() && Collections.disjoint(withValues, used)) {
            throw DynamoDbErrors.validation(
                    "ExpressionAttributeValues can only be specified when using expressions: %s %s null"
                            .formatted(
                                    String.join(" and ", withValues),
                                    withValues.size() > 1 ? "are" : "is"));
        }
    }

    private static List<String> given(List<String> parameters, JsonNode input) {
        List<String> given = new ArrayList<>(parameters.size());
        for (var name : parameters) {
            if (isGiven(input, name)) {
                given.add(name);
            }
        }
        return given;
    }

    private boolean isNothingGiven(JsonNode input) {
        for (var name : expressions) {
            if (isGiven(input, name)) {
                return false;
            }
        }
        for (var name : legacy) {
            if (isGiven(input, name)) {
                return false;
            }
        }
        return !isGiven(input, "ExpressionAttributeNames")
                && !isGiven(input, "ExpressionAttributeValues");
    }

    private static void checkLegacy(List<String> old, List<String> used) {
        if (old.isEmpty() || used.isEmpty()) {
            return;
        }
        throw DynamoDbErrors.validation(
                "Can not use both expression and non-expression parameters in the same request:"
                        + " Non-expression parameters: {%s} Expression parameters: {%s}"
                                .formatted(String.join(", ", old), String.join(", ", used)));
    }

    /// What is wrong with the values of a starting key is told as such, but for some of it.
    private static void checkStart(JsonNode key) {
        if (!key.isObject()) {
            return;
        }
        try {
            AttributeValueJson.readItem(key);
        } catch (AwsException problem) {
            var bare =
                    List.of(
                            "contains duplicates",
                            "number set",
                            "numeric value",
                            "ignificant",
                            "magnitude");
            throw bare.stream().anyMatch(problem.message()::contains)
                    ? problem
                    : DynamoDbErrors.validation(
                            "The provided starting key is invalid: " + problem.message());
        }
    }

    private static boolean isGiven(JsonNode input, String parameter) {
        return input.hasNonNull(parameter);
    }
}
