package groundschool.emulator.dynamodb.transfer;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The errors of exports and imports, in the service's words: most of them were recorded in October
/// 2026 (`ack-api-quirks`, DDB-EXPORT and DDB-IMPORT).
public final class TransferErrors {

    private TransferErrors() {}

    public static AwsException invalidRequest(String reason) {
        return DynamoDbErrors.validation("Invalid Request: " + reason);
    }

    public static AwsException accessDenied() {
        return error("AccessDeniedException", "Access is denied");
    }

    /// @param arn as the request has it
    public static AwsException tableNotFound(String arn) {
        return error("TableNotFoundException", "Table not found: " + arn);
    }

    public static AwsException recoveryUnavailable(String table) {
        return error(
                "PointInTimeRecoveryUnavailableException",
                "Point in time recovery is not enabled for table '%s'".formatted(table));
    }

    /// Of a time that is to come, or before the table was.
    public static AwsException invalidTime() {
        return invalidTime("Export Time is invalid");
    }

    /// Of a time that the table cannot be brought back to.
    public static AwsException unavailableTime() {
        return invalidTime("Point in Time Recovery is not available for specified export time");
    }

    public static AwsException fromBeforeCreation(Instant from) {
        return invalidTime(
                "Incremental export period from time cannot be less than the table creation time : "
                        + seconds(from));
    }

    public static AwsException toInFuture(Instant to) {
        return invalidTime(
                "Incremental export period to time cannot be greater than the current time : "
                        + seconds(to));
    }

    public static AwsException periodTooShort() {
        return invalidTime(
                "Difference between export period from time and export period to time is less than"
                        + " 15 minutes");
    }

    /// That there is this limit is documented; the words follow those of the other.
    public static AwsException periodTooLong() {
        return invalidTime(
                "Difference between export period from time and export period to time is greater"
                        + " than 24 hours");
    }

    public static AwsException exportConflict() {
        return error(
                "ExportConflictException",
                "Export conflict: Duplicate request detected with conflicting parameters");
    }

    public static AwsException importConflict() {
        return error(
                "ImportConflictException",
                "Import conflict: Duplicate request detected with conflicting parameters");
    }

    public static AwsException exportNotFound(String arn) {
        return error("ExportNotFoundException", "Export not found: Export not found: " + arn);
    }

    public static AwsException exportElsewhere() {
        return error("ExportNotFoundException", "Export not found: Invalid export arn");
    }

    public static AwsException importNotFound(String arn) {
        return error("ImportNotFoundException", "Import not found: Import not found: " + arn);
    }

    public static AwsException importElsewhere() {
        return error("ImportNotFoundException", "Import not found: Invalid import arn");
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static AwsException invalidTime(String message) {
        return error("InvalidExportTimeException", message);
    }

    private static AwsException error(String code, String message) {
        return new AwsException(400, code, message);
    }
}
