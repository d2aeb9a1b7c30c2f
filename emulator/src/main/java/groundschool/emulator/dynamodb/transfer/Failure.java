package groundschool.emulator.dynamodb.transfer;

import groundschool.emulator.AwsException;
import java.util.Locale;

/// Why an export or an import has failed.
///
/// @param code such as `S3NoSuchBucket`
public record Failure(String code, String message) {

    /// What a refusal of S3, or of KMS through it, is called.
    static Failure of(AwsException refusal, String id) {
        var code = refusal.code();
        var name =
                code.startsWith("AccessDenied")
                        ? "S3AccessDenied"
                        : code.contains("KMS.") || code.startsWith("NotFoundException")
                                ? "Kms" + code.substring(code.indexOf('.') + 1)
                                : "S3" + code;
        var request = id.replace("-", "").toUpperCase(Locale.ROOT);
        return new Failure(
                name,
                "%s (Service: Amazon S3; Status Code: %d; Error Code: %s; Request ID: %s; Proxy: null)"
                        .formatted(refusal.message(), refusal.status(), code, request));
    }

    /// What the service says of items that do not fit.
    static Failure ofItems() {
        return new Failure(
                "ItemValidationError",
                "Some of the items failed validation checks and were not imported. Please check"
                        + " CloudWatch error logs for more details.");
    }

    static Failure ofTakenName(String table) {
        return new Failure("TableAlreadyExists", "Table already exists: " + table);
    }
}
