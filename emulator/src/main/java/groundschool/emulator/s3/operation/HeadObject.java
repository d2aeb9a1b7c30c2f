package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.ObjectVersion;
import groundschool.emulator.s3.lock.ObjectLock;
import groundschool.emulator.s3.object.Checksum;
import groundschool.emulator.s3.object.ChecksumAlgorithm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says what an object is, without its bytes.
///
/// Source: [HeadObject](https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html)
public record HeadObject(
        String bucket,
        Optional<String> ifMatch,
        Optional<Instant> ifModifiedSince,
        Optional<String> ifNoneMatch,
        Optional<Instant> ifUnmodifiedSince,
        String key,
        Optional<String> range,
        Optional<String> responseCacheControl,
        Optional<String> responseContentDisposition,
        Optional<String> responseContentEncoding,
        Optional<String> responseContentLanguage,
        Optional<String> responseContentType,
        Optional<Instant> responseExpires,
        Optional<String> versionId,
        Optional<String> sseCustomerAlgorithm,
        Optional<String> sseCustomerKey,
        Optional<String> sseCustomerKeyMD5,
        Optional<String> requestPayer,
        Optional<Integer> partNumber,
        Optional<String> expectedBucketOwner,
        Optional<String> checksumMode)
        implements S3Operation, Operation<Buckets>, Reading {

    public record Response(
            String acceptRanges,
            Optional<String> expiration,
            Instant lastModified,
            long contentLength,
            Optional<String> checksumCRC32,
            Optional<String> checksumCRC32C,
            Optional<String> checksumCRC64NVME,
            Optional<String> checksumSHA1,
            Optional<String> checksumSHA256,
            Optional<String> checksumType,
            String eTag,
            Optional<String> versionId,
            Optional<String> cacheControl,
            Optional<String> contentDisposition,
            Optional<String> contentEncoding,
            Optional<String> contentLanguage,
            Optional<String> contentType,
            Optional<String> contentRange,
            Optional<String> expires,
            Optional<String> websiteRedirectLocation,
            Optional<String> serverSideEncryption,
            Map<String, String> metadata,
            Optional<String> sseCustomerAlgorithm,
            Optional<String> sseCustomerKeyMD5,
            Optional<String> ssekmsKeyId,
            Optional<Boolean> bucketKeyEnabled,
            Optional<String> storageClass,
            Optional<Integer> partsCount,
            Optional<Integer> tagCount,
            Optional<String> objectLockMode,
            Optional<Instant> objectLockRetainUntilDate,
            Optional<String> objectLockLegalHoldStatus) {

        /// What is said of a version.
        ///
        /// @param lock what the caller may know of the object's
        /// @param piece of it that is answered
        /// @param sum of that piece, if it is known and asked for
        static Response of(
                Reading request,
                Buckets buckets,
                Bucket bucket,
                ObjectVersion object,
                Optional<ObjectLock> lock,
                Reading.Piece piece,
                Optional<Checksum> sum) {
            var sums = new Sums(sum);
            var headers = request.shown(object);
            var encryption = object.encryption();
            return new Response(
                    "bytes",
                    buckets.expiration(object, bucket),
                    object.lastModified(),
                    piece.length(),
                    sums.of(ChecksumAlgorithm.CRC32),
                    sums.of(ChecksumAlgorithm.CRC32C),
                    sums.of(ChecksumAlgorithm.CRC64NVME),
                    sums.of(ChecksumAlgorithm.SHA1),
                    sums.of(ChecksumAlgorithm.SHA256),
                    sums.type(),
                    object.quotedETag(),
                    Shown.versionId(object, bucket),
                    Optional.ofNullable(headers.get("Cache-Control")),
                    Optional.ofNullable(headers.get("Content-Disposition")),
                    Optional.ofNullable(headers.get("Content-Encoding")),
                    Optional.ofNullable(headers.get("Content-Language")),
                    Optional.ofNullable(headers.get("Content-Type")),
                    piece.contentRange(),
                    Optional.ofNullable(headers.get("Expires")),
                    Optional.ofNullable(headers.get(Described.REDIRECT)),
                    encryption.serverSide(),
                    object.metadata(),
                    encryption.customerAlgorithm(),
                    encryption.customerKeyMd5(),
                    encryption.kmsKey(),
                    encryption.bucketKeyEnabled(),
                    Shown.storageClass(object),
                    piece.partsCount(),
                    object.tags().isEmpty() ? Optional.empty() : Optional.of(object.tags().size()),
                    lock.flatMap(ObjectLock::retention).map(ObjectLock.Retention::mode),
                    lock.flatMap(ObjectLock::retention).map(ObjectLock.Retention::retainUntilDate),
                    lock.flatMap(ObjectLock::legalHold));
        }
    }

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return Reading.access(buckets, call, this);
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        var object = find(buckets, call, found, "HEAD");
        var piece = piece(object);
        return Response.of(
                this,
                buckets,
                found,
                object,
                lock(buckets, call, object),
                piece,
                sum(object, piece));
    }
}
