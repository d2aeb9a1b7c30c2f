package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.Uploads.MultipartUpload;
import groundschool.emulator.s3.Uploads.UploadedPart;
import groundschool.emulator.s3.object.Checksum;
import groundschool.emulator.s3.object.ChecksumAlgorithm;
import groundschool.emulator.s3.object.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lists the parts of an upload that have come.
///
/// Source: [ListParts](https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html)
public record ListParts(
        String bucket,
        String key,
        Optional<Long> maxParts,
        Optional<Integer> partNumberMarker,
        String uploadId,
        Optional<Object> requestPayer,
        Optional<String> expectedBucketOwner,
        Optional<String> sseCustomerAlgorithm,
        Optional<String> sseCustomerKey,
        Optional<String> sseCustomerKeyMD5)
        implements S3Operation, Operation<Buckets> {

    public record Response(
            String bucket,
            String key,
            String uploadId,
            int partNumberMarker,
            int nextPartNumberMarker,
            int maxParts,
            boolean isTruncated,
            List<OnePart> parts,
            Owner initiator,
            Owner owner,
            String storageClass,
            Optional<String> checksumAlgorithm,
            Optional<String> checksumType) {}

    public record OnePart(
            int partNumber,
            Instant lastModified,
            String eTag,
            long size,
            Optional<String> checksumCRC32,
            Optional<String> checksumCRC32C,
            Optional<String> checksumCRC64NVME,
            Optional<String> checksumSHA1,
            Optional<String> checksumSHA256) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:ListMultipartUploadParts", bucket, key));
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var uploads = buckets.uploads(buckets.named(bucket, expectedBucketOwner));
        var upload = uploads.named(key, uploadId);
        int most = Listing.most(maxParts, "max-parts");
        int after = partNumberMarker.orElse(0);
        var left = uploads.parts(upload).stream().filter(part -> part.number() > after).toList();
        var page = left.stream().limit(most).toList();
        return new Response(
                bucket,
                key,
                uploadId,
                after,
                page.isEmpty() ? 0 : page.getLast().number(),
                most,
                left.size() > page.size(),
                page.stream().map(part -> one(part, upload)).toList(),
                Owner.of(buckets),
                Owner.of(buckets),
                upload.object().storageClass(),
                upload.isChecked() ? Optional.of(upload.checksumAlgorithm()) : Optional.empty(),
                upload.isChecked() ? Optional.of(upload.checksumType()) : Optional.empty());
    }

    private static OnePart one(UploadedPart part, MultipartUpload upload) {
        var sums =
                new Sums(
                        upload.isChecked()
                                ? Optional.of(
                                        new Checksum(
                                                upload.algorithm(),
                                                part.checksum(),
                                                upload.checksumType()))
                                : Optional.empty());
        return new OnePart(
                part.number(),
                part.lastModified(),
                "\"" + part.eTag() + "\"",
                part.sizeBytes(),
                sums.of(ChecksumAlgorithm.CRC32),
                sums.of(ChecksumAlgorithm.CRC32C),
                sums.of(ChecksumAlgorithm.CRC64NVME),
                sums.of(ChecksumAlgorithm.SHA1),
                sums.of(ChecksumAlgorithm.SHA256));
    }
}
