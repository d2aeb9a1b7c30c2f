package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.ObjectVersion;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.Tag;
import groundschool.emulator.s3.Uploads.MultipartUpload;
import groundschool.emulator.s3.access.Acl;
import groundschool.emulator.s3.object.Checksum;
import groundschool.emulator.s3.object.ChecksumAlgorithm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Begins an upload in parts.
///
/// Source:
/// [CreateMultipartUpload](https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html)
public record CreateMultipartUpload(
        Optional<String> acl,
        String bucket,
        Optional<String> cacheControl,
        Optional<String> contentDisposition,
        Optional<String> contentEncoding,
        Optional<String> contentLanguage,
        Optional<String> contentType,
        Optional<String> expires,
        Optional<String> grantFullControl,
        Optional<String> grantRead,
        Optional<String> grantReadACP,
        Optional<String> grantWriteACP,
        String key,
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
        Optional<String> expectedBucketOwner,
        Optional<String> checksumAlgorithm,
        Optional<String> checksumType)
        implements S3Operation, Operation<Buckets>, Acl.Wanted, Described, Encrypted {

    public record Response(
            String bucket,
            String key,
            String uploadId,
            Optional<String> serverSideEncryption,
            Optional<String> sseCustomerAlgorithm,
            Optional<String> sseCustomerKeyMD5,
            Optional<String> ssekmsKeyId,
            Optional<Boolean> bucketKeyEnabled,
            Optional<String> checksumAlgorithm,
            Optional<String> checksumType) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        var keys = new HashMap<>(Acls.keys(this));
        keys.putAll(encryptionKeys());
        websiteRedirectLocation.ifPresent(
                value -> keys.put("s3:x-amz-website-redirect-location", List.of(value)));
        tagging.ifPresent(text -> keys.putAll(Writing.tagKeys(Writing.tags(text))));
        storageClass.ifPresent(value -> keys.put("s3:x-amz-storage-class", List.of(value)));
        var wanted =
                new ArrayList<>(
                        Writing.access(
                                buckets,
                                call,
                                bucket,
                                key,
                                keys,
                                tagging.isPresent(),
                                Acls.isAsked(this)));
        wanted.addAll(locking().access(buckets, call, bucket, key));
        return wanted;
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        refuse();
        var found = buckets.named(bucket, expectedBucketOwner);
        var algorithm = checksumAlgorithm.map(ChecksumAlgorithm::of);
        var type = type(algorithm);
        var uploads = buckets.uploads(found);
        var upload =
                new MultipartUpload(
                        Ids.of(128, call.random()),
                        object(buckets, found, call),
                        algorithm.orElse(ChecksumAlgorithm.CRC64NVME).name(),
                        type,
                        algorithm.isPresent(),
                        call.now(),
                        call.principal().arn(),
                        uploads.next(key),
                        false);
        uploads.add(upload);
        var encryption = upload.object().encryption();
        return new Response(
                bucket,
                key,
                upload.id(),
                encryption.serverSide(),
                encryption.customerAlgorithm(),
                encryption.customerKeyMd5(),
                encryption.kmsKey(),
                encryption.bucketKeyEnabled(),
                algorithm.map(Enum::name),
                algorithm.map(_ -> type));
    }

    /// Whether the object's checksum is to be one of all bytes, or of its parts' checksums.
    private String type(Optional<ChecksumAlgorithm> algorithm) {
        if (algorithm.isEmpty()) {
            if (checksumType.isPresent()) {
                throw S3Errors.invalidRequest(
                        "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.");
            }
            return Checksum.FULL_OBJECT;
        }
        var known = algorithm.get();
        var type =
                checksumType.orElse(
                        known == ChecksumAlgorithm.CRC64NVME
                                ? Checksum.FULL_OBJECT
                                : Checksum.COMPOSITE);
        boolean fits =
                switch (type) {
                    case Checksum.FULL_OBJECT -> known.isCrc();
                    case Checksum.COMPOSITE -> known != ChecksumAlgorithm.CRC64NVME;
                    default ->
                            throw S3Errors.invalidRequest(
                                    "Value for x-amz-checksum-type header is invalid.");
                };
        if (!fits) {
            throw S3Errors.invalidRequest(
                    "The %s checksum type cannot be used with the %s checksum algorithm."
                            .formatted(type, known.name().toLowerCase(Locale.ROOT)));
        }
        return type;
    }

    private ObjectVersion object(Buckets buckets, Bucket found, Call call) {
        var tags = tagging.map(Writing::tags).orElse(List.<Tag>of());
        Tag.check(tags, 10);
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
                tags,
                Acls.of(this, found, buckets, call, "s3:PutObject", found.arn() + "/" + key),
                List.of(),
                List.of(),
                locking().in(found, call, true));
    }

    private Locking locking() {
        return new Locking(objectLockMode, objectLockRetainUntilDate, objectLockLegalHoldStatus);
    }

    private void refuse() {
        Refused.all(
                "x-amz-object-lock-event-hold",
                objectLockEventHold,
                "x-amz-object-lock-event-hold-duration-days",
                objectLockEventHoldDurationDays,
                "x-amz-object-lock-event-hold-duration-years",
                objectLockEventHoldDurationYears);
    }
}
