package groundschool.emulator.s3;

import groundschool.emulator.AwsException;
import groundschool.emulator.wire.S3Answers;
import java.util.HashMap;

/// What S3 says no with.
///
/// Source: recorded answers; [Error
/// responses](https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList)
public final class S3Errors {

    private S3Errors() {}

    /// @param members of the error by name and value in turn
    public static AwsException error(int status, String code, String message, Object... members) {
        var map = new HashMap<String, Object>();
        for (int i = 0; i < members.length; i += 2) {
            map.put(members[i].toString(), members[i + 1]);
        }
        return new AwsException(status, code, message, map);
    }

    /// AWS has it, the emulator does not.
    public static AwsException notYet(String what) {
        return error(
                501,
                "NotImplemented",
                "Groundschool's emulator does not have %s of s3 yet.".formatted(what));
    }

    public static AwsException headerNotImplemented(String header) {
        return error(501, "NotImplemented", S3Answers.NOT_IMPLEMENTED, "Header", header);
    }

    public static AwsException headerNotImplemented(String header, String why) {
        return error(
                501,
                "NotImplemented",
                S3Answers.NOT_IMPLEMENTED,
                "Header",
                header,
                "additionalMessage",
                why);
    }

    public static AwsException noSuchBucket(String bucket) {
        return error(
                404, "NoSuchBucket", "The specified bucket does not exist", "BucketName", bucket);
    }

    public static AwsException invalidBucketName(String bucket) {
        return error(
                400,
                "InvalidBucketName",
                "The specified bucket is not valid.",
                "BucketName",
                bucket);
    }

    public static AwsException alreadyOwned(String bucket) {
        return error(
                409,
                "BucketAlreadyOwnedByYou",
                "Your previous request to create the named bucket succeeded and you already own it.",
                "BucketName",
                bucket);
    }

    public static AwsException tooManyBuckets() {
        return error(
                400, "TooManyBuckets", "You have attempted to create more buckets than allowed");
    }

    public static AwsException invalidLocation(String constraint) {
        return error(
                400,
                "InvalidLocationConstraint",
                "The specified location-constraint is not valid",
                "LocationConstraint",
                constraint);
    }

    public static AwsException illegalLocation(String constraint) {
        return error(
                400,
                "IllegalLocationConstraintException",
                "The %s location constraint is incompatible for the region specific endpoint this request was sent to."
                        .formatted(constraint));
    }

    /// @param versioned whether it is or was
    public static AwsException notEmpty(String bucket, boolean versioned) {
        return error(
                409,
                "BucketNotEmpty",
                versioned
                        ? "The bucket you tried to delete is not empty. You must delete all versions in the bucket."
                        : "The bucket you tried to delete is not empty",
                "BucketName",
                bucket);
    }

    public static AwsException noSuchKey(String key) {
        return error(404, "NoSuchKey", "The specified key does not exist.", "Key", key);
    }

    /// The newest version is a delete marker.
    public static AwsException deleted(String key, String versionId) {
        return error(
                404,
                "NoSuchKey",
                "The specified key does not exist.",
                "Key",
                key,
                "header:x-amz-delete-marker",
                true,
                "header:x-amz-version-id",
                versionId);
    }

    public static AwsException noSuchVersion(String key, String versionId) {
        return error(
                404,
                "NoSuchVersion",
                "The specified version does not exist.",
                "Key",
                key,
                "VersionId",
                versionId);
    }

    public static AwsException invalidVersion(String versionId) {
        return invalidArgument("Invalid version id specified", "versionId", versionId);
    }

    public static AwsException deleteMarker(String method, String versionId) {
        return error(
                405,
                "MethodNotAllowed",
                "The specified method is not allowed against this resource.",
                "Method",
                method,
                "ResourceType",
                "DeleteMarker",
                "header:Allow",
                "DELETE",
                "header:x-amz-delete-marker",
                true,
                "header:x-amz-version-id",
                versionId);
    }

    public static AwsException accessDenied() {
        return error(403, "AccessDenied", "Access Denied");
    }

    public static AwsException accessDenied(String message) {
        return error(403, "AccessDenied", message);
    }

    public static AwsException invalidArgument(String message, String name, String value) {
        return error(400, "InvalidArgument", message, "ArgumentName", name, "ArgumentValue", value);
    }

    public static AwsException invalidArgument(String message, String name) {
        return error(400, "InvalidArgument", message, "ArgumentName", name);
    }

    public static AwsException invalidRequest(String message) {
        return error(400, "InvalidRequest", message);
    }

    public static AwsException malformedXml() {
        return error(
                400,
                "MalformedXML",
                "The XML you provided was not well-formed or did not validate against our published schema");
    }

    public static AwsException keyTooLong(int sizeBytes) {
        return error(
                400,
                "KeyTooLongError",
                "Your key is too long",
                "Size",
                sizeBytes,
                "MaxSizeAllowed",
                1024);
    }

    public static AwsException invalidUri(String uri) {
        return error(400, "InvalidURI", "Couldn't parse the specified URI.", "URI", uri);
    }

    public static AwsException entityTooLarge(long size, long most) {
        return error(
                400,
                "EntityTooLarge",
                "Your proposed upload exceeds the maximum allowed size",
                "ProposedSize",
                size,
                "MaxSizeAllowed",
                most);
    }

    public static AwsException incompleteBody() {
        return error(400, "IncompleteBody", "The request body terminated unexpectedly");
    }

    public static AwsException invalidRange(String range, long size) {
        return error(
                416,
                "InvalidRange",
                "The requested range is not satisfiable",
                "RangeRequested",
                range,
                "ActualObjectSize",
                size,
                "header:Content-Range",
                "bytes */" + size);
    }

    public static AwsException invalidStorageClass(String given) {
        return error(
                400,
                "InvalidStorageClass",
                "The storage class you specified is not valid",
                "StorageClassRequested",
                given);
    }

    public static AwsException metadataTooLarge(int size) {
        return error(
                400,
                "MetadataTooLarge",
                "Your metadata headers exceed the maximum allowed metadata size",
                "Size",
                size,
                "MaxSizeAllowed",
                2048);
    }

    public static AwsException quotaExceeded(long mostBytes) {
        return error(
                403,
                "QuotaExceeded",
                "Unlike AWS, a sandbox of Groundschool holds at most %d bytes of objects. Delete some first."
                        .formatted(mostBytes));
    }

    /// A configuration that a bucket does not have.
    ///
    /// @param code such as `NoSuchCORSConfiguration`
    public static AwsException noConfiguration(String code, String message, String bucket) {
        return error(404, code, message, "BucketName", bucket);
    }

    public static AwsException aclsDisabled() {
        return error(400, "AccessControlListNotSupported", "The bucket does not allow ACLs");
    }

    public static AwsException malformedPolicy(String message, String detail) {
        return error(400, "MalformedPolicy", message, "Detail", detail);
    }

    public static AwsException noSuchEmail(String address) {
        return error(
                400,
                "UnresolvableGrantByEmailAddress",
                "The e-mail address you provided does not match any account on record.",
                "EmailAddress",
                address);
    }

    public static AwsException malformedAcl() {
        return error(
                400,
                "MalformedACLError",
                "The XML you provided was not well-formed or did not validate against our published schema");
    }

    public static AwsException invalidObjectState(String storageClass) {
        return error(
                403,
                "InvalidObjectState",
                "The operation is not valid for the object's storage class",
                "StorageClass",
                storageClass);
    }
}
