package groundschool.emulator.s3.lock;

import groundschool.emulator.AwsException;
import groundschool.emulator.s3.S3Errors;
import java.util.Map;

/// What S3 says no with about Object Lock.
///
/// Source: answers that others recorded or verified: LocalStack's snapshots, Adobe's S3Mock, the
/// issues of versitygw
public final class LockErrors {

    private LockErrors() {}

    public static AwsException isLocked() {
        return S3Errors.accessDenied("Access Denied because object protected by object lock.");
    }

    /// The bucket has no Object Lock.
    public static AwsException noLock() {
        return S3Errors.invalidRequest("Bucket is missing Object Lock Configuration");
    }

    /// The same, of a request that writes an object.
    public static AwsException noLockToWrite() {
        return S3Errors.invalidRequest("Bucket is missing ObjectLockConfiguration");
    }

    public static AwsException unsigned() {
        return S3Errors.invalidArgument(
                "Put Object requests with Object Lock parameters require AWS Signature Version 4",
                "Authorization");
    }

    public static AwsException unsummed() {
        return S3Errors.invalidRequest(
                "Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters");
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
