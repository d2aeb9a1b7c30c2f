package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.ObjectVersion;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.Tag;
import groundschool.emulator.s3.access.Acl;
import groundschool.emulator.s3.object.ChecksumAlgorithm;
import groundschool.emulator.s3.object.Preconditions;
import groundschool.emulator.s3.object.Spool;
import groundschool.emulator.s3.object.Upload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts an object into a bucket. Its bytes go to a file first; only when all of them are there, and
/// are what was signed and promised, the object is there.
///
/// Source: [PutObject](https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html)
public record PutObject(
        Optional<String> acl,
        Optional<Upload> body,
        String bucket,
        Optional<String> cacheControl,
        Optional<String> contentDisposition,
        Optional<String> contentEncoding,
        Optional<String> contentLanguage,
        Optional<Long> contentLength,
        Optional<String> contentMD5,
        Optional<String> contentType,
        Optional<String> checksumAlgorithm,
        Optional<String> checksumCRC32,
        Optional<String> checksumCRC32C,
        Optional<String> checksumCRC64NVME,
        Optional<String> checksumSHA1,
        Optional<String> checksumSHA256,
        Optional<Object> checksumSHA512,
        Optional<Object> checksumMD5,
        Optional<Object> checksumXXHASH64,
        Optional<Object> checksumXXHASH3,
        Optional<Object> checksumXXHASH128,
        Optional<String> expires,
        Optional<String> ifMatch,
        Optional<String> ifNoneMatch,
        Optional<String> grantFullControl,
        Optional<String> grantRead,
        Optional<String> grantReadACP,
        Optional<String> grantWriteACP,
        String key,
        Optional<Object> writeOffsetBytes,
        Optional<Map<String, String>> metadata,
        Optional<String> serverSideEncryption,
        Optional<String> storageClass,
        Optional<String> websiteRedirectLocation,
        Optional<String> sseCustomerAlgorithm,
        Optional<String> sseCustomerKey,
        Optional<String> sseCustomerKeyMD5,
        Optional<String> ssekmsKeyId,
        Optional<String> ssekmsEncryptionContext,
        Optional<Boolean> bucketKeyEnabled,
        Optional<String> requestPayer,
        Optional<String> tagging,
        Optional<String> objectLockMode,
        Optional<Instant> objectLockRetainUntilDate,
        Optional<String> objectLockLegalHoldStatus,
        Optional<Object> objectLockEventHold,
        Optional<Object> objectLockEventHoldDurationDays,
        Optional<Object> objectLockEventHoldDurationYears,
        Optional<String> expectedBucketOwner)
        implements S3Operation, Interaction<Buckets>, Acl.Wanted, Checked, Described, Encrypted {

    /// The largest object that comes in one piece.
    public static final long MOST_BYTES = 5L * 1024 * 1024 * 1024;

    /// A request to put bytes that are at hand, for other services of the sandbox.
    ///
    /// @param encryption `AES256` or `aws:kms`
    /// @param owner the account whose bucket it should be
    public static PutObject of(
            byte[] bytes,
            String bucket,
            String key,
            Optional<String> encryption,
            Optional<String> kmsKeyId,
            Optional<String> owner) {
        return PlainPut.of(
                bucket, key, Upload.of(bytes), Optional.empty(), encryption, kmsKeyId, owner);
    }

    public record Response(
            Optional<String> expiration,
            String eTag,
            Optional<String> checksumCRC32,
            Optional<String> checksumCRC32C,
            Optional<String> checksumCRC64NVME,
            Optional<String> checksumSHA1,
            Optional<String> checksumSHA256,
            Optional<String> checksumType,
            Optional<String> serverSideEncryption,
            Optional<String> versionId,
            Optional<String> sseCustomerAlgorithm,
            Optional<String> sseCustomerKeyMD5,
            Optional<String> ssekmsKeyId,
            Optional<Boolean> bucketKeyEnabled) {

        static Response of(ObjectVersion object, Bucket bucket, Optional<String> expiration) {
            var sums = new Sums(object.checksum());
            var encryption = object.encryption();
            return new Response(
                    expiration,
                    object.quotedETag(),
                    sums.of(ChecksumAlgorithm.CRC32),
                    sums.of(ChecksumAlgorithm.CRC32C),
                    sums.of(ChecksumAlgorithm.CRC64NVME),
                    sums.of(ChecksumAlgorithm.SHA1),
                    sums.of(ChecksumAlgorithm.SHA256),
                    sums.type(),
                    encryption.serverSide(),
                    bucket.versioning() == Bucket.Versioning.ENABLED
                            ? Optional.of(object.versionId())
                            : Optional.empty(),
                    encryption.customerAlgorithm(),
                    encryption.customerKeyMd5(),
                    encryption.kmsKey(),
                    encryption.bucketKeyEnabled());
        }
    }

    /// One of which nothing else is said, as a service of AWS puts it.
    public static PutObject of(String bucket, String key, String contentType, Upload body) {
        return PlainPut.of(
                bucket,
                key,
                body,
                Optional.of(contentType),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        var wanted =
                new ArrayList<>(
                        Writing.access(
                                buckets,
                                call,
                                bucket,
                                key,
                                keys(),
                                tagging.isPresent(),
                                Acls.isAsked(this)));
        wanted.addAll(locking().access(buckets, call, bucket, key));
        return wanted;
    }

    private Map<String, List<String>> keys() {
        var keys = new HashMap<>(Acls.keys(this));
        keys.putAll(encryptionKeys());
        websiteRedirectLocation.ifPresent(
                value -> keys.put("s3:x-amz-website-redirect-location", List.of(value)));
        storageClass.ifPresent(value -> keys.put("s3:x-amz-storage-class", List.of(value)));
        ifMatch.ifPresent(value -> keys.put("s3:if-match", List.of(value)));
        ifNoneMatch.ifPresent(value -> keys.put("s3:if-none-match", List.of(value)));
        tagging.ifPresent(text -> keys.putAll(Writing.tagKeys(Writing.tags(text))));
        return keys;
    }

    @Override
    public Response run(Turn<Buckets> turn, Call call) {
        refuse();
        var upload = body.orElseGet(() -> Upload.of(new byte[0]));
        var promise = promise(upload, ChecksumAlgorithm.CRC64NVME, MOST_BYTES);
        var draft =
                turn.transition(buckets -> {
                    buckets.objects(buckets.named(bucket, expectedBucketOwner))
                            .checkRoom(upload.length().orElse(0L));
                    return draft(buckets, call);
                });
        var spool = Spool.of(upload, promise, turn.sandbox().blobs());
        return Writing.keeping(
                spool,
                turn.sandbox().blobs(),
                () -> turn.transition(buckets -> write(buckets, call, draft, spool)));
    }

    private Response write(Buckets buckets, Call call, ObjectVersion draft, Spool spool) {
        var found = buckets.named(bucket);
        var objects = buckets.objects(found);
        Preconditions.checkWrite(ifMatch, ifNoneMatch, key, objects.current(key));
        var written = objects.write(Writing.filled(draft, spool), call);
        boolean isForm = body.filter(upload -> upload.way() == Upload.Way.POST).isPresent();
        buckets.happened(isForm ? "ObjectCreated:Post" : "ObjectCreated:Put", written, found, call);
        return Response.of(written, found, buckets.expiration(written, found));
    }

    /// The object without its bytes.
    private ObjectVersion draft(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        Preconditions.checkForm(ifMatch, ifNoneMatch);
        var tags = tagging.map(Writing::tags).orElse(List.<Tag>of());
        Tag.check(tags, 10);
        var listed = Acls.of(this, found, buckets, call, "s3:PutObject", found.arn() + "/" + key);
        return new ObjectVersion(
                key,
                ObjectVersion.NULL,
                0,
                false,
                call.now(),
                0,
                "",
                headers(),
                ownMetadata(),
                storage(),
                Optional.empty(),
                encryption(found, key, call),
                new ArrayList<>(tags),
                listed,
                List.of(),
                List.of(),
                locking().in(found, call, isSummed()));
    }

    private Locking locking() {
        return new Locking(objectLockMode, objectLockRetainUntilDate, objectLockLegalHoldStatus);
    }

    private boolean isSummed() {
        return contentMD5.isPresent()
                || Arrays.stream(ChecksumAlgorithm.values()).anyMatch(it -> value(it).isPresent())
                || body.filter(upload -> !upload.announced().isEmpty()).isPresent();
    }

    private void refuse() {
        Refused.all(
                "x-amz-checksum-sha512", checksumSHA512,
                "x-amz-checksum-md5", checksumMD5,
                "x-amz-checksum-xxhash64", checksumXXHASH64,
                "x-amz-checksum-xxhash3", checksumXXHASH3,
                "x-amz-checksum-xxhash128", checksumXXHASH128,
                "x-amz-object-lock-event-hold", objectLockEventHold,
                "x-amz-object-lock-event-hold-duration-days", objectLockEventHoldDurationDays,
                "x-amz-object-lock-event-hold-duration-years", objectLockEventHoldDurationYears);
        if (writeOffsetBytes.isPresent()) {
            throw S3Errors.headerNotImplemented(
                    "x-amz-write-offset-bytes", "Only directory buckets append to objects");
        }
    }
}
