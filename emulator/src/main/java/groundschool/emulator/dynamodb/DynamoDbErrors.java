package groundschool.emulator.dynamodb;

import groundschool.emulator.AwsException;

/// Every error of DynamoDB once, in AWS's words.
public final class DynamoDbErrors {

    private DynamoDbErrors() {}

    public static AwsException validation(String message) {
        return new AwsException(400, "ValidationException", message);
    }

    /// A parameter that is wrong in itself: `One or more parameter values were invalid: …`.
    public static AwsException invalidParameters(String reason) {
        return validation("One or more parameter values were invalid: " + reason);
    }

    /// JSON of another type than the API's model has there.
    public static AwsException serialization(String message) {
        return new AwsException(400, "SerializationException", message);
    }

    static AwsException notNumeric(String text) {
        return validation(
                "The parameter cannot be converted to a numeric value"
                        + (text.isEmpty() ? "" : ": " + text));
    }

    static AwsException tooManyDigits() {
        return validation("Attempting to store more than 38 significant digits in a Number");
    }

    static AwsException numberOverflow() {
        return validation(
                "Number overflow. Attempting to store a number with magnitude larger than supported range");
    }

    static AwsException numberUnderflow() {
        return validation(
                "Number underflow. Attempting to store a number with magnitude smaller than supported range");
    }

    static AwsException noDataType() {
        return validation(
                "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    }

    static AwsException severalDataTypes() {
        return validation(
                "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
    }

    /// More than 32 levels, of which the attribute itself is the first.
    public static AwsException nestedTooDeeply() {
        return validation(
                "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit");
    }
}
