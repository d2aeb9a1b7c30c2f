package groundschool.emulator.dynamodb;

import groundschool.emulator.AwsException;

/// The errors about tables and indexes themselves, in the service's words.
public final class TableErrors {

    private TableErrors() {}

    /// Unlike AWS, which has it.
    public static AwsException notSupportedYet(String parameter) {
        return DynamoDbErrors.validation(parameter + " is not supported by this emulator yet");
    }

    /// An operation on items names a table that is not there, or not active.
    public static AwsException notFound() {
        return new AwsException(400, "ResourceNotFoundException", "Requested resource not found");
    }

    /// An operation on tables names one that is not there.
    public static AwsException tableNotFound(String name) {
        return new AwsException(
                400,
                "ResourceNotFoundException",
                "Requested resource not found: Table: " + name + " not found");
    }

    /// The name is taken.
    public static AwsException tableExists(String name) {
        return inUse("Table already exists: " + name);
    }

    /// The table is not ready to be changed.
    public static AwsException beingCreated(String name) {
        return inUse(
                "Attempt to change a resource which is still in use: Table is being created: "
                        + name);
    }

    /// The table is on its way out already.
    public static AwsException beingDeleted(String name) {
        return inUse(
                "Attempt to change a resource which is still in use: Table is being deleted: "
                        + name);
    }

    /// Somebody has seen to it that the table stays.
    public static AwsException deletionProtected() {
        return DynamoDbErrors.validation(
                "Resource cannot be deleted as it is currently protected against deletion."
                        + " Disable deletion protection first.");
    }

    private static AwsException inUse(String message) {
        return new AwsException(400, "ResourceInUseException", message);
    }
}
