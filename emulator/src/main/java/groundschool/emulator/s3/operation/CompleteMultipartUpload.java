package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.ObjectVersion;
import groundschool.emulator.s3.Objects;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.Uploads.MultipartUpload;
import groundschool.emulator.s3.Uploads.UploadedPart;
import groundschool.emulator.s3.object.Checksum;
import groundschool.emulator.s3.object.ChecksumAlgorithm;
import groundschool.emulator.s3.object.ConditionErrors;
import groundschool.emulator.s3.object.Encryption;
import groundschool.emulator.s3.object.Part;
import groundschool.emulator.s3.object.Preconditions;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Makes an object of the parts that have come. No byte is copied: the object has their files.
///
/// Source:
/// [CompleteMultipartUpload](https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html)
public record CompleteMultipartUpload(
        String bucket,
        String key,
        Optional<Completed> multipartUpload,
        String uploadId,
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
        Optional<String> checksumType,
        Optional<Long> mpuObjectSize,
        Optional<String> requestPayer,
        Optional<String> expectedBucketOwner,
        Optional<String> ifMatch,
        Optional<String> ifNoneMatch,
        Optional<String> sseCustomerAlgorithm,
        Optional<String> sseCustomerKey,
        Optional<String> sseCustomerKeyMD5)
        implements S3Operation, Operation<Buckets> {

    public record Completed(Optional<List<CompletedPart>> parts) {}

    public record CompletedPart(
            Optional<String> eTag,
            Optional<String> checksumCRC32,
            Optional<String> checksumCRC32C,
            Optional<String> checksumCRC64NVME,
            Optional<String> checksumSHA1,
            Optional<String> checksumSHA256,
            Optional<Integer> partNumber) {

        Optional<String> sum(ChecksumAlgorithm algorithm) {
            return switch (algorithm) {
                case CRC32 -> checksumCRC32;
                case CRC32C -> checksumCRC32C;
                case CRC64NVME -> checksumCRC64NVME;
                case SHA1 -> checksumSHA1;
                case SHA256 -> checksumSHA256;
            };
        }
    }

    public record Response(
            String location,
            String bucket,
            String key,
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
            Optional<String> ssekmsKeyId,
            Optional<Boolean> bucketKeyEnabled) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        var keys = new HashMap<String, List<String>>();
        ifMatch.ifPresent(value -> keys.put("s3:if-match", List.of(value)));
        ifNoneMatch.ifPresent(value -> keys.put("s3:if-none-match", List.of(value)));
        return Writing.access(buckets, call, bucket, key, keys, false, false);
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        Refused.all(
                "x-amz-checksum-sha512", checksumSHA512,
                "x-amz-checksum-md5", checksumMD5,
                "x-amz-checksum-xxhash64", checksumXXHASH64,
                "x-amz-checksum-xxhash3", checksumXXHASH3,
                "x-amz-checksum-xxhash128", checksumXXHASH128);
        var found = buckets.named(bucket, expectedBucketOwner);
        var uploads = buckets.uploads(found);
        var upload = uploads.named(key, uploadId);
        if (sseCustomerKey.isPresent()) {
            upload.object()
                    .encryption()
                    .open(
                            new Encryption.CustomerKey(
                                    sseCustomerAlgorithm, sseCustomerKey, sseCustomerKeyMD5));
        }
        var parts = NamedParts.of(multipartUpload, upload, uploads.parts(upload));
        var objects = buckets.objects(found);
        checkConditions(objects, upload);
        var object = object(upload, parts);
        check(object, upload);
        var written = objects.write(object, call);
        uploads.abort(upload);
        buckets.happened("ObjectCreated:CompleteMultipartUpload", written, found, call);
        return answer(written, found, upload, buckets.expiration(written, found));
    }

    private void checkConditions(Objects objects, MultipartUpload upload) {
        Preconditions.checkWrite(ifMatch, ifNoneMatch, key, objects.current(key));
        if (upload.isOvertaken() && (ifMatch.isPresent() || ifNoneMatch.isPresent())) {
            throw ConditionErrors.conflict(ifMatch.isPresent() ? "If-Match" : "If-None-Match", key);
        }
    }

    private static ObjectVersion object(MultipartUpload upload, List<UploadedPart> parts) {
        var hashes = new ByteArrayOutputStream();
        parts.forEach(part -> hashes.writeBytes(HexFormat.of().parseHex(part.eTag())));
        var eTag =
                HexFormat.of().formatHex(ChecksumAlgorithm.md5(hashes.toByteArray()))
                        + "-"
                        + parts.size();
        var sum =
                Checksum.ofParts(
                        upload.algorithm(),
                        upload.checksumType(),
                        parts.stream()
                                .map(part -> new Checksum.OfPart(part.checksum(), part.sizeBytes()))
                                .toList());
        var draft = upload.object();
        return new ObjectVersion(
                draft.key(),
                draft.versionId(),
                0,
                false,
                draft.lastModified(),
                parts.stream().mapToLong(UploadedPart::sizeBytes).sum(),
                eTag,
                draft.headers(),
                draft.metadata(),
                draft.storageClass(),
                Optional.of(sum),
                draft.encryption(),
                draft.tags(),
                draft.acl(),
                parts.stream()
                        .map(part ->
                                new Part(
                                        part.number(),
                                        part.sizeBytes(),
                                        upload.isChecked()
                                                ? Optional.of(part.checksum())
                                                : Optional.empty(),
                                        List.of()))
                        .toList(),
                parts.stream().flatMap(part -> part.segments().stream()).toList(),
                draft.lock());
    }

    /// Holds the whole against what the request says of it.
    private void check(ObjectVersion object, MultipartUpload upload) {
        mpuObjectSize
                .filter(size -> size != object.sizeBytes())
                .ifPresent(size -> {
                    throw S3Errors.invalidRequest(
                            "The provided 'x-amz-mp-object-size' header value %d does not match what was computed: %d"
                                    .formatted(size, object.sizeBytes()));
                });
        checksumType
                .filter(type -> !type.equals(upload.checksumType()))
                .ifPresent(type -> {
                    throw S3Errors.invalidRequest(
                            "The upload was created using the %s checksum mode. The complete request must use the same checksum mode."
                                    .formatted(upload.checksumType()));
                });
        var sum = object.checksum().orElseThrow();
        if (promised(sum.algorithm()).filter(value -> !value.equals(sum.value())).isPresent()) {
            throw new AwsException(
                    400,
                    "BadDigest",
                    "The %s you specified did not match the calculated checksum."
                            .formatted(sum.algorithm().name().toLowerCase(Locale.ROOT)));
        }
    }

    private Optional<String> promised(ChecksumAlgorithm algorithm) {
        return switch (algorithm) {
            case CRC32 -> checksumCRC32;
            case CRC32C -> checksumCRC32C;
            case CRC64NVME -> checksumCRC64NVME;
            case SHA1 -> checksumSHA1;
            case SHA256 -> checksumSHA256;
        };
    }

    private Response answer(
            ObjectVersion written,
            Bucket found,
            MultipartUpload upload,
            Optional<String> expiration) {
        var sums = new Sums(written.checksum());
        var encryption = upload.object().encryption();
        return new Response(
                "https://%s.s3.%s.amazonaws.com/%s"
                        .formatted(
                                bucket,
                                found.region(),
                                URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20")),
                bucket,
                key,
                expiration,
                written.quotedETag(),
                sums.of(ChecksumAlgorithm.CRC32),
                sums.of(ChecksumAlgorithm.CRC32C),
                sums.of(ChecksumAlgorithm.CRC64NVME),
                sums.of(ChecksumAlgorithm.SHA1),
                sums.of(ChecksumAlgorithm.SHA256),
                sums.type(),
                encryption.serverSide(),
                found.versioning() == Bucket.Versioning.ENABLED
                        ? Optional.of(written.versionId())
                        : Optional.empty(),
                encryption.kmsKey(),
                encryption.bucketKeyEnabled());
    }
}
