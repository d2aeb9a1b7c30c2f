package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.object.Download;
import groundschool.emulator.s3.object.Segments;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives an object, or a piece of it. The bytes stream from the files that they are in.
///
/// Source: [GetObject](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html)
public record GetObject(
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
            Download body,
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
            Optional<String> objectLockLegalHoldStatus)
            implements Download.Carrier {

        static Response of(HeadObject.Response head, Download body) {
            return new Response(
                    body,
                    head.acceptRanges(),
                    head.expiration(),
                    head.lastModified(),
                    head.contentLength(),
                    head.checksumCRC32(),
                    head.checksumCRC32C(),
                    head.checksumCRC64NVME(),
                    head.checksumSHA1(),
                    head.checksumSHA256(),
                    head.checksumType(),
                    head.eTag(),
                    head.versionId(),
                    head.cacheControl(),
                    head.contentDisposition(),
                    head.contentEncoding(),
                    head.contentLanguage(),
                    head.contentType(),
                    head.contentRange(),
                    head.expires(),
                    head.websiteRedirectLocation(),
                    head.serverSideEncryption(),
                    head.metadata(),
                    head.sseCustomerAlgorithm(),
                    head.sseCustomerKeyMD5(),
                    head.ssekmsKeyId(),
                    head.bucketKeyEnabled(),
                    head.storageClass(),
                    head.partsCount(),
                    head.tagCount(),
                    head.objectLockMode(),
                    head.objectLockRetainUntilDate(),
                    head.objectLockLegalHoldStatus());
        }
    }

    /// A request for all of an object.
    public static GetObject plain(String bucket, String key, Optional<String> versionId) {
        return new GetObject(
                bucket,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                key,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                versionId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return Reading.access(buckets, call, this);
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        var object = find(buckets, call, found, "GET");
        Shown.checkReadable(object);
        object.encryption().unlock(call, found.arn(), key);
        var piece = piece(object);
        var head =
                HeadObject.Response.of(
                        this,
                        buckets,
                        found,
                        object,
                        lock(buckets, call, object),
                        piece,
                        sum(object, piece));
        return Response.of(
                head,
                Segments.read(buckets.blobs(), object.segments(), piece.from(), piece.length()));
    }
}
