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
import groundschool.emulator.s3.object.DefaultEncryption;
import groundschool.emulator.s3.object.Encryption;
import groundschool.emulator.s3.object.Preconditions;
import groundschool.emulator.s3.object.Rehash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes an object of another. Both have the same files; the bytes are read only if their ETag or
/// checksum is to be another than the source has.
///
/// Source: [CopyObject](https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html)
public record CopyObject(
        Optional<String> acl,
        String bucket,
        Optional<String> cacheControl,
        Optional<String> checksumAlgorithm,
        Optional<String> contentDisposition,
        Optional<String> contentEncoding,
        Optional<String> contentLanguage,
        Optional<String> contentType,
        String copySource,
        Optional<String> copySourceIfMatch,
        Optional<Instant> copySourceIfModifiedSince,
        Optional<String> copySourceIfNoneMatch,
        Optional<Instant> copySourceIfUnmodifiedSince,
        Optional<String> expires,
        Optional<String> grantFullControl,
        Optional<String> grantRead,
        Optional<String> grantReadACP,
        Optional<String> grantWriteACP,
        Optional<String> ifMatch,
        Optional<String> ifNoneMatch,
        String key,
        Optional<Map<String, String>> metadata,
        Optional<String> metadataDirective,
        Optional<String> taggingDirective,
        Optional<Object> annotationDirective,
        Optional<String> serverSideEncryption,
        Optional<String> storageClass,
        Optional<String> websiteRedirectLocation,
        Optional<String> sseCustomerAlgorithm,
        Optional<String> sseCustomerKey,
        Optional<String> sseCustomerKeyMD5,
        Optional<String> ssekmsKeyId,
        Optional<String> ssekmsEncryptionContext,
        Optional<Boolean> bucketKeyEnabled,
        Optional<String> copySourceSSECustomerAlgorithm,
        Optional<String> copySourceSSECustomerKey,
        Optional<String> copySourceSSECustomerKeyMD5,
        Optional<String> requestPayer,
        Optional<String> tagging,
        Optional<String> objectLockMode,
        Optional<Instant> objectLockRetainUntilDate,
        Optional<String> objectLockLegalHoldStatus,
        Optional<Object> objectLockEventHold,
        Optional<Object> objectLockEventHoldDurationDays,
        Optional<Object> objectLockEventHoldDurationYears,
        Optional<String> expectedBucketOwner,
        Optional<String> expectedSourceBucketOwner)
        implements S3Operation, Interaction<Buckets>, Acl.Wanted, Described, Encrypted {

    public record Response(
            Result copyObjectResult,
            Optional<String> expiration,
            Optional<String> copySourceVersionId,
            Optional<String> versionId,
            Optional<String> serverSideEncryption,
            Optional<String> sseCustomerAlgorithm,
            Optional<String> sseCustomerKeyMD5,
            Optional<String> ssekmsKeyId,
            Optional<Boolean> bucketKeyEnabled) {}

    public record Result(
            String eTag,
            Instant lastModified,
            Optional<String> checksumType,
            Optional<String> checksumCRC32,
            Optional<String> checksumCRC32C,
            Optional<String> checksumCRC64NVME,
            Optional<String> checksumSHA1,
            Optional<String> checksumSHA256) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        var wanted = new ArrayList<>(CopySource.access(copySource, buckets, call));
        var keys = new HashMap<>(Acls.keys(this));
        keys.put("s3:x-amz-copy-source", List.of(copySource));
        metadataDirective.ifPresent(
                value -> keys.put("s3:x-amz-metadata-directive", List.of(value)));
        keys.putAll(encryptionKeys());
        websiteRedirectLocation.ifPresent(
                value -> keys.put("s3:x-amz-website-redirect-location", List.of(value)));
        tagging.ifPresent(text -> keys.putAll(Writing.tagKeys(Writing.tags(text))));
        storageClass.ifPresent(value -> keys.put("s3:x-amz-storage-class", List.of(value)));
        wanted.addAll(
                Writing.access(
                        buckets, call, bucket, key, keys, tagging.isPresent(), Acls.isAsked(this)));
        wanted.addAll(locking().access(buckets, call, bucket, key));
        return wanted;
    }

    @Override
    public Response run(Turn<Buckets> turn, Call call) {
        refuse();
        var algorithm = checksumAlgorithm.map(ChecksumAlgorithm::of);
        var source = turn.transition(buckets -> source(buckets, call));
        // What has to be read is read without a lock; the source stays what it was.
        try (var rehash = Rehash.of(source, algorithm, turn.sandbox().blobs())) {
            var bytes = rehash.read();
            return turn.transition(buckets -> write(buckets, call, bytes));
        }
    }

    private ObjectVersion source(Buckets buckets, Call call) {
        var wanted = CopySource.of(copySource);
        var from = buckets.named(wanted.bucket(), expectedSourceBucketOwner);
        var object = CopySource.read(copySource, buckets, from, call);
        object.encryption()
                .open(
                        new Encryption.CustomerKey(
                                copySourceSSECustomerAlgorithm,
                                copySourceSSECustomerKey,
                                copySourceSSECustomerKeyMD5));
        new Preconditions(
                        copySourceIfMatch,
                        copySourceIfNoneMatch,
                        copySourceIfModifiedSince,
                        copySourceIfUnmodifiedSince)
                .checkSource(object, call.now());
        Shown.checkReadable(object);
        object.encryption().unlock(call, from.arn(), object.key());
        if (object.sizeBytes() > PutObject.MOST_BYTES) {
            throw S3Errors.invalidRequest(
                    "The specified copy source is larger than the maximum allowable size for a copy source: "
                            + PutObject.MOST_BYTES);
        }
        checkInPlace(wanted, object, buckets.named(bucket, expectedBucketOwner));
        return object;
    }

    /// An object is not copied to itself for nothing.
    private void checkInPlace(CopySource source, ObjectVersion object, Bucket target) {
        boolean inPlace =
                source.bucket().equals(bucket)
                        && source.key().equals(key)
                        && source.versionId().isEmpty();
        boolean changes =
                replaces(metadataDirective, "metadata")
                        || storageClass.isPresent()
                        || websiteRedirectLocation.isPresent()
                        || serverSideEncryption.isPresent()
                        || sseCustomerKey.isPresent()
                        || object.encryption().customerKeyMd5().isPresent()
                        || target.setting(DefaultEncryption.class).isPresent();
        if (inPlace && !changes) {
            throw S3Errors.invalidRequest(
                    "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.");
        }
    }

    private static boolean replaces(Optional<String> directive, String what) {
        return switch (directive.orElse("COPY")) {
            case "COPY" -> false;
            case "REPLACE" -> true;
            default ->
                    throw S3Errors.invalidArgument(
                            "Unknown %s directive.".formatted(what),
                            "x-amz-%s-directive".formatted(what),
                            directive.orElse(""));
        };
    }

    private Response write(Buckets buckets, Call call, ObjectVersion bytes) {
        var target = buckets.named(bucket, expectedBucketOwner);
        var objects = buckets.objects(target);
        objects.checkRoom(bytes.sizeBytes());
        Preconditions.checkWrite(ifMatch, ifNoneMatch, key, objects.current(key));
        var written = objects.write(copy(buckets, target, call, bytes), call);
        buckets.happened("ObjectCreated:Copy", written, target, call);
        var source = CopySource.of(copySource);
        var sums = new Sums(written.checksum());
        var encryption = written.encryption();
        return new Response(
                new Result(
                        written.quotedETag(),
                        written.lastModified(),
                        sums.type(),
                        sums.of(ChecksumAlgorithm.CRC32),
                        sums.of(ChecksumAlgorithm.CRC32C),
                        sums.of(ChecksumAlgorithm.CRC64NVME),
                        sums.of(ChecksumAlgorithm.SHA1),
                        sums.of(ChecksumAlgorithm.SHA256)),
                buckets.expiration(written, target),
                Shown.versionId(bytes, buckets.named(source.bucket())),
                target.versioning() == Bucket.Versioning.ENABLED
                        ? Optional.of(written.versionId())
                        : Optional.empty(),
                encryption.serverSide(),
                encryption.customerAlgorithm(),
                encryption.customerKeyMd5(),
                encryption.kmsKey(),
                encryption.bucketKeyEnabled());
    }

    private ObjectVersion copy(Buckets buckets, Bucket target, Call call, ObjectVersion source) {
        boolean isNew = replaces(metadataDirective, "metadata");
        var tags =
                replaces(taggingDirective, "tagging")
                        ? tagging.map(Writing::tags).orElse(List.<Tag>of())
                        : source.tags();
        Tag.check(tags, 10);
        var headers = new HashMap<>(isNew ? headers() : source.headers());
        // Where a site leads to is never copied.
        headers.remove(REDIRECT);
        websiteRedirectLocation.ifPresent(
                _ -> headers.put(REDIRECT, headers().getOrDefault(REDIRECT, "")));
        var listed = Acls.of(this, target, buckets, call, "s3:PutObject", target.arn() + "/" + key);
        return new ObjectVersion(
                key,
                ObjectVersion.NULL,
                0,
                false,
                call.now(),
                source.sizeBytes(),
                source.eTag(),
                headers,
                isNew ? ownMetadata() : source.metadata(),
                storage(),
                source.checksum(),
                encryption(target, key, call),
                tags,
                listed,
                List.of(),
                source.segments(),
                locking().in(target, call, true));
    }

    private Locking locking() {
        return new Locking(objectLockMode, objectLockRetainUntilDate, objectLockLegalHoldStatus);
    }

    private void refuse() {
        Refused.all(
                "x-amz-object-annotation-directive",
                annotationDirective,
                "x-amz-object-lock-event-hold",
                objectLockEventHold,
                "x-amz-object-lock-event-hold-duration-days",
                objectLockEventHoldDurationDays,
                "x-amz-object-lock-event-hold-duration-years",
                objectLockEventHoldDurationYears);
    }
}
