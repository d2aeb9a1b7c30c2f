package groundschool.emulator.s3.lock;

import groundschool.emulator.AwsException;
import groundschool.emulator.s3.S3Errors;
import java.util.Map;

/// What S3 says no with about Object Lock.
public final class LockErrors {

    private LockErrors() {}

    public static AwsException isLocked() {
        return S3Errors.accessDenied("Access Denied because object protected by object lock.");
    }

    /// The bucket has no Object Lock.
    public static AwsException noLock() {
        return S3Errors.invalidRequest("Bucket is missing Object Lock Configuration");
    }

    /// The version has none of it.
    public static AwsException noneOfObject(String key) {
        return new AwsException(
                404,
                "NoSuchObjectLockConfiguration",
                "The specified object does not have a ObjectLock configuration",
                Map.of("Key", key));
    }

    public static AwsException bypassWithoutLock() {
        return S3Errors.invalidArgument(
                "x-amz-bypass-governance-retention is only applicable to Object Lock enabled buckets.",
                "x-amz-bypass-governance-retention");
    }

    public static AwsException invalidState(String message) {
        return new AwsException(409, "InvalidBucketState", message);
    }

    public static AwsException past(String argument, String date) {
        return S3Errors.invalidArgument(
                "The retain until date must be in the future!", argument, date);
    }
}
