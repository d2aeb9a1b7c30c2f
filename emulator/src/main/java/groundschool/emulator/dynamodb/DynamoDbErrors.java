package groundschool.emulator.dynamodb;

import groundschool.emulator.AwsException;
import java.util.List;

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

    public static AwsException severalDataTypes() {
        return validation(
                "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
    }

    /// More than 32 levels, of which the attribute itself is the first.
    public static AwsException nestedTooDeeply() {
        return validation(
                "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit");
    }

    /// The same of a statement.
    public static AwsException nestedTooDeeplyByStatement() {
        return validation("Nesting Levels have exceeded supported limits");
    }

    /// The condition on a key is of another type than the key.
    public static AwsException conditionTypeMismatch() {
        return invalidParameters("Condition parameter type does not match schema type");
    }

    public static AwsException missedKey(String name) {
        return validation("Query condition missed key schema element: " + name);
    }

    /// A key of several attributes is given in full: all those that make its partition key.
    ///
    /// The test suites that were run against the service (ScyllaDB's `test_gsi_composite.py`) give
    /// only parts of this sentence; the rest follows the one about sort keys.
    ///
    /// @param names of those that have no value
    public static AwsException partitionKeysNotEqual(List<String> names) {
        return validation(
                "HASH key attributes %s must have equality conditions specified in the query"
                        .formatted(String.join(", ", names)));
    }

    /// Of the sort key's attributes, only the last one that is named may have a range.
    ///
    /// @param names of those before it that have no value
    public static AwsException sortKeysNotEqual(List<String> names, String last) {
        return validation(
                "RANGE key attributes %s must have equality conditions specified in the query because a condition is present on key attribute %s"
                        .formatted(String.join(", ", names), last));
    }

    public static AwsException keyConditionNotSupported() {
        return validation("Query key condition not supported");
    }

    public static AwsException tooManyKeyConditions(int conditions, int keys) {
        return validation(
                "The number of query conditions (%d) exceeds the number of key attributes defined in the schema (%d)"
                        .formatted(conditions, keys));
    }

    /// A filter on a key: `Filter Expression can only contain non-primary key attributes: …`.
    public static AwsException filterOnKey(String parameter, String name) {
        return validation(
                parameter
                        + " can only contain non-primary key attributes: Primary key attribute: "
                        + name);
    }

    /// A path into a key attribute.
    ///
    /// @param label `Key`, or `IndexKey` for a key of an index
    public static AwsException keyIsScalar(String label, String name) {
        return validation(
                "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: %s: %s"
                        .formatted(label, name));
    }

    public static AwsException cannotUpdateKey(String name) {
        return invalidParameters(
                "Cannot update attribute %s. This attribute is part of the key".formatted(name));
    }

    public static AwsException noSuchAttributeInItem() {
        return validation(
                "The provided expression refers to an attribute that does not exist in the item");
    }

    public static AwsException incorrectOperandType() {
        return validation("An operand in the update expression has an incorrect data type");
    }

    public static AwsException invalidPathForUpdate() {
        return validation(
                "The document path provided in the update expression is invalid for update");
    }
}
