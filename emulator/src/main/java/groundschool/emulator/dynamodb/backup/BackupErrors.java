package groundschool.emulator.dynamodb.backup;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.DynamoDbErrors;

/// The errors of backups and restores, in the service's words: many of them were recorded in
/// October 2026 (`ack-api-quirks`).
public final class BackupErrors {

    private BackupErrors() {}

    /// Backups speak of tables in another way than other operations.
    public static AwsException tableNotFound(String name) {
        return error("TableNotFoundException", "Table not found: " + name);
    }

    public static AwsException tableInUse(String message) {
        return error("TableInUseException", message);
    }

    public static AwsException tableExists(String name) {
        return error("TableAlreadyExistsException", "Table already exists: " + name);
    }

    public static AwsException notFound(String arn) {
        return error("BackupNotFoundException", "Backup not found: " + arn);
    }

    public static AwsException inUse(String arn) {
        return error("BackupInUseException", "Backup is being created: " + arn);
    }

    public static AwsException invalidArn() {
        return DynamoDbErrors.validation("Invalid Backup ARN");
    }

    public static AwsException invalidRequest(String reason) {
        return DynamoDbErrors.validation("Invalid Request: " + reason);
    }

    public static AwsException recoveryUnavailable(String table) {
        return error(
                "PointInTimeRecoveryUnavailableException",
                "Point in time recovery has not yet been enabled for this source table: " + table);
    }

    public static AwsException invalidRestoreTime() {
        return error(
                "InvalidRestoreTimeException",
                "An invalid restore time was specified. RestoreDateTime must be between"
                        + " EarliestRestorableDateTime and LatestRestorableDateTime.");
    }

    private static AwsException error(String code, String message) {
        return new AwsException(400, code, message);
    }
}
