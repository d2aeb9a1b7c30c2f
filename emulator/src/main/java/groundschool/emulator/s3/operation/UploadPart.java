package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.Uploads.MultipartUpload;
import groundschool.emulator.s3.Uploads.UploadedPart;
import groundschool.emulator.s3.object.ChecksumAlgorithm;
import groundschool.emulator.s3.object.Encryption;
import groundschool.emulator.s3.object.Spool;
import groundschool.emulator.s3.object.Upload;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Brings a part of an upload.
///
/// Source: [UploadPart](https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html)
public record UploadPart(
        Optional<Upload> body,
        String bucket,
        Optional<Long> contentLength,
        Optional<String> contentMD5,
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
        String key,
        int partNumber,
        String uploadId,
        Optional<String> sseCustomerAlgorithm,
        Optional<String> sseCustomerKey,
        Optional<String> sseCustomerKeyMD5,
        Optional<String> requestPayer,
        Optional<String> expectedBucketOwner)
        implements S3Operation, Interaction<Buckets>, Checked {

    public record Response(
            Optional<String> serverSideEncryption,
            String eTag,
            Optional<String> checksumCRC32,
            Optional<String> checksumCRC32C,
            Optional<String> checksumCRC64NVME,
            Optional<String> checksumSHA1,
            Optional<String> checksumSHA256,
            Optional<String> sseCustomerAlgorithm,
            Optional<String> sseCustomerKeyMD5,
            Optional<String> ssekmsKeyId,
            Optional<Boolean> bucketKeyEnabled) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:PutObject", bucket, key));
    }

    @Override
    public Response run(Turn<Buckets> turn, Call call) {
        Refused.all(
                "x-amz-checksum-sha512", checksumSHA512,
                "x-amz-checksum-md5", checksumMD5,
                "x-amz-checksum-xxhash64", checksumXXHASH64,
                "x-amz-checksum-xxhash3", checksumXXHASH3,
                "x-amz-checksum-xxhash128", checksumXXHASH128);
        var parts = body.orElseGet(() -> Upload.of(new byte[0]));
        Parts.checked(partNumber);
        var upload = turn.transition(buckets -> upload(buckets, parts));
        var promise = promise(parts, upload.algorithm(), PutObject.MOST_BYTES);
        if (upload.isChecked() && promise.algorithm() != upload.algorithm()) {
            throw S3Errors.invalidRequest(
                    "Checksum Type mismatch occurred, expected checksum Type: %s, actual checksum Type: %s"
                            .formatted(
                                    upload.algorithm().name().toLowerCase(Locale.ROOT),
                                    promise.algorithm().name().toLowerCase(Locale.ROOT)));
        }
        var spool = Spool.of(parts, promise.keeping(upload.algorithm()), turn.sandbox().blobs());
        return Writing.keeping(
                spool,
                turn.sandbox().blobs(),
                () -> turn.transition(buckets -> write(buckets, call, spool)));
    }

    private MultipartUpload upload(Buckets buckets, Upload part) {
        var found = buckets.named(bucket, expectedBucketOwner);
        buckets.objects(found).checkRoom(part.length().orElse(0L));
        var upload = buckets.uploads(found).named(key, uploadId);
        upload.object()
                .encryption()
                .openPart(
                        new Encryption.CustomerKey(
                                sseCustomerAlgorithm, sseCustomerKey, sseCustomerKeyMD5));
        return upload;
    }

    private Response write(Buckets buckets, Call call, Spool spool) {
        var uploads = buckets.uploads(buckets.named(bucket));
        var upload = uploads.named(key, uploadId);
        uploads.put(
                upload,
                new UploadedPart(
                        partNumber,
                        spool.md5(),
                        spool.sizeBytes(),
                        spool.kept().value(),
                        call.now().truncatedTo(ChronoUnit.SECONDS),
                        spool.segments()));
        var sums = new Sums(Optional.of(spool.checksum()));
        var encryption = upload.object().encryption();
        return new Response(
                encryption.serverSide(),
                "\"" + spool.md5() + "\"",
                sums.of(ChecksumAlgorithm.CRC32),
                sums.of(ChecksumAlgorithm.CRC32C),
                sums.of(ChecksumAlgorithm.CRC64NVME),
                sums.of(ChecksumAlgorithm.SHA1),
                sums.of(ChecksumAlgorithm.SHA256),
                encryption.customerAlgorithm(),
                encryption.customerKeyMd5(),
                encryption.kmsKey(),
                encryption.bucketKeyEnabled());
    }
}
