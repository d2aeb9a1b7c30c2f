package groundschool.emulator.s3.object;

import groundschool.emulator.AwsException;
import groundschool.emulator.s3.S3Errors;

/// What S3 says of requests whose conditions do not hold.
public final class ConditionErrors {

    private ConditionErrors() {}

    public static AwsException preconditionFailed(String condition) {
        return S3Errors.error(
                412,
                "PreconditionFailed",
                "At least one of the pre-conditions you specified did not hold",
                "Condition",
                condition);
    }

    /// @param eTag of what the client has already
    public static AwsException notModified(String eTag, String lastModified) {
        return S3Errors.error(
                304,
                "NotModified",
                "Not Modified",
                "header:ETag",
                eTag,
                "header:Last-Modified",
                lastModified);
    }

    public static AwsException conflict(String condition, String key) {
        return S3Errors.error(
                409,
                "ConditionalRequestConflict",
                "The conditional request cannot succeed due to a conflicting operation against this resource.",
                "Condition",
                condition,
                "Key",
                key);
    }
}
