package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import groundschool.emulator.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/// What answers of S3 have in common: ids, the names of documents, and what the framework's errors
/// are called.
public final class S3Answers {

    /// What is said of whatever S3 has not, or has not here.
    public static final String NOT_IMPLEMENTED =
            "A header you provided implies functionality that is not implemented";

    private static final String ID_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ0123456789";
    private static final Pattern DENIED =
            Pattern.compile(
                    "(is not authorized to perform: \\S+ on resource: )(arn:\\S.*?)( because| with an explicit deny|$)");

    /// What the documents of those operations are called whose model does not say it.
    private static final Map<String, String> ROOTS =
            Map.ofEntries(
                    Map.entry("ListBuckets", "ListAllMyBucketsResult"),
                    Map.entry("ListObjects", "ListBucketResult"),
                    Map.entry("ListObjectsV2", "ListBucketResult"),
                    Map.entry("ListObjectVersions", "ListVersionsResult"),
                    Map.entry("ListMultipartUploads", "ListMultipartUploadsResult"),
                    Map.entry("ListParts", "ListPartsResult"),
                    Map.entry("CreateMultipartUpload", "InitiateMultipartUploadResult"),
                    Map.entry("CompleteMultipartUpload", "CompleteMultipartUploadResult"),
                    Map.entry("DeleteObjects", "DeleteResult"),
                    Map.entry("GetBucketLocation", "LocationConstraint"),
                    Map.entry("GetBucketAcl", "AccessControlPolicy"),
                    Map.entry("GetObjectAcl", "AccessControlPolicy"),
                    Map.entry("GetBucketTagging", "Tagging"),
                    Map.entry("GetObjectTagging", "Tagging"),
                    Map.entry("GetBucketVersioning", "VersioningConfiguration"),
                    Map.entry("GetBucketWebsite", "WebsiteConfiguration"),
                    Map.entry("GetBucketCors", "CORSConfiguration"),
                    Map.entry("GetBucketLifecycleConfiguration", "LifecycleConfiguration"),
                    Map.entry("GetBucketLogging", "BucketLoggingStatus"),
                    Map.entry("GetBucketRequestPayment", "RequestPaymentConfiguration"),
                    Map.entry("GetBucketAccelerateConfiguration", "AccelerateConfiguration"),
                    Map.entry("GetBucketNotificationConfiguration", "NotificationConfiguration"),
                    Map.entry("GetObjectAttributes", "GetObjectAttributesResponse"));

    private S3Answers() {}

    /// An id as S3 gives it: 16 letters and digits.
    public static String requestId() {
        var random = ThreadLocalRandom.current();
        var id = new StringBuilder(16);
        for (int i = 0; i < 16; i++) {
            id.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
        }
        return id.toString();
    }

    /// The status of an answer, where it is another than the model says.
    ///
    /// Source: recorded answers
    static int status(String operation, int modelled) {
        return operation.equals("PutBucketTagging") || operation.equals("PutBucketPolicy")
                ? 204
                : modelled;
    }

    /// The second id that S3 gives each request.
    static String hostId(String requestId) {
        return Base64.getEncoder()
                .encodeToString(
                        (requestId + "/groundschool/" + requestId)
                                .getBytes(StandardCharsets.UTF_8));
    }

    /// The headers that every answer has.
    public static Headers headers(String requestId) {
        var plain = Answers.headers(requestId);
        return Headers.of(
                "x-amz-id-2",
                hostId(requestId),
                "x-amz-request-id",
                requestId,
                "Date",
                plain.first("Date").orElse(""),
                "Server",
                "AmazonS3");
    }

    /// The second id that S3 gives a request, for pages that say it.
    public static String host(String requestId) {
        return hostId(requestId);
    }

    /// What a form is answered whose sender wants to know what became of it.
    public static byte[] postResponse(String location, String bucket, String key, String eTag) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + new Xml()
                                .open("PostResponse")
                                .text("Location", location)
                                .text("Bucket", bucket)
                                .text("Key", key)
                                .text("ETag", eTag)
                                .close("PostResponse")
                                .text())
                .getBytes(StandardCharsets.UTF_8);
    }

    /// A refusal as S3 calls it.
    public static AwsException asRefusal(AwsException refusal) {
        return named(refusal);
    }

    static String root(String operation) {
        return ROOTS.getOrDefault(operation, operation + "Result");
    }

    /// What S3 calls an error of the framework's.
    static AwsException named(AwsException refusal) {
        return switch (refusal.code()) {
            case "AccessDeniedException" ->
                    as(
                            403,
                            "AccessDenied",
                            refusal.message().startsWith("User: anonymous ")
                                    ? "Access Denied"
                                    : refusal.message(),
                            refusal);
            case "ValidationException", "SerializationException" -> XmlInput.malformed();
            case "UnknownOperationException" ->
                    as(
                            501,
                            "NotImplemented",
                            refusal.message().isEmpty() ? NOT_IMPLEMENTED : refusal.message(),
                            refusal);
            case "InternalServerError" ->
                    as(
                            500,
                            "InternalError",
                            "We encountered an internal error. Please try again.",
                            refusal);
            default -> refusal;
        };
    }

    /// What is said of a refusal over HTTP, where S3 puts resources into quotes.
    static AwsException spoken(AwsException named) {
        if (!named.code().equals("AccessDenied")) {
            return named;
        }
        var denied = DENIED.matcher(named.message());
        if (!denied.find()) {
            return named;
        }
        var quoted =
                named.message().contains("s3:ListAllMyBuckets on resource")
                        ? named.message().replaceFirst(" on resource: \\S+", "")
                        : denied.replaceFirst("$1\"$2\"$3");
        return as(named.status(), named.code(), quoted, named);
    }

    private static AwsException as(int status, String code, String message, AwsException refusal) {
        return new AwsException(status, code, message, refusal.members());
    }
}
