package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.DynamoDbErrors;

/// The parameters that hold expressions, in the order in which the service looks at them.
public enum ExpressionKind {
    UPDATE("UpdateExpression"),
    CONDITION("ConditionExpression"),
    KEY_CONDITION("KeyConditionExpression"),
    FILTER("FilterExpression"),
    PROJECTION("ProjectionExpression");

    private final String parameter;

    ExpressionKind(String parameter) {
        this.parameter = parameter;
    }

    /// The name of the parameter.
    public String parameter() {
        return parameter;
    }

    AwsException invalid(String reason) {
        return DynamoDbErrors.validation("Invalid %s: %s".formatted(parameter, reason));
    }
}
