package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.ObjectVersion;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.Uploads.MultipartUpload;
import groundschool.emulator.s3.Uploads.UploadedPart;
import groundschool.emulator.s3.object.ByteRange;
import groundschool.emulator.s3.object.Checksum;
import groundschool.emulator.s3.object.ChecksumAlgorithm;
import groundschool.emulator.s3.object.Encryption;
import groundschool.emulator.s3.object.Preconditions;
import groundschool.emulator.s3.object.Rehash;
import groundschool.emulator.s3.object.Segments;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Makes a part of an upload of another object, or of a piece of it.
///
/// Source:
/// [UploadPartCopy](https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html)
public record UploadPartCopy(
        String bucket,
        String copySource,
        Optional<String> copySourceIfMatch,
        Optional<Instant> copySourceIfModifiedSince,
        Optional<String> copySourceIfNoneMatch,
        Optional<Instant> copySourceIfUnmodifiedSince,
        Optional<String> copySourceRange,
        String key,
        int partNumber,
        String uploadId,
        Optional<String> sseCustomerAlgorithm,
        Optional<String> sseCustomerKey,
        Optional<String> sseCustomerKeyMD5,
        Optional<String> copySourceSSECustomerAlgorithm,
        Optional<String> copySourceSSECustomerKey,
        Optional<String> copySourceSSECustomerKeyMD5,
        Optional<String> requestPayer,
        Optional<String> expectedBucketOwner,
        Optional<String> expectedSourceBucketOwner)
        implements S3Operation, Interaction<Buckets> {

    private static final Pattern RANGE = Pattern.compile("bytes=\\d+-\\d+");

    public record Response(
            Optional<String> copySourceVersionId,
            Result copyPartResult,
            Optional<String> serverSideEncryption,
            Optional<String> sseCustomerAlgorithm,
            Optional<String> sseCustomerKeyMD5,
            Optional<String> ssekmsKeyId,
            Optional<Boolean> bucketKeyEnabled) {}

    public record Result(
            String eTag,
            Instant lastModified,
            Optional<String> checksumCRC32,
            Optional<String> checksumCRC32C,
            Optional<String> checksumCRC64NVME,
            Optional<String> checksumSHA1,
            Optional<String> checksumSHA256) {}

    /// What is copied, and to where.
    private record Plan(
            ObjectVersion piece, Optional<String> sourceVersion, MultipartUpload upload) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        var wanted = new ArrayList<>(CopySource.access(copySource, buckets, call));
        wanted.add(buckets.access(call, "s3:PutObject", bucket, key));
        return wanted;
    }

    @Override
    public Response run(Turn<Buckets> turn, Call call) {
        Parts.checked(partNumber);
        var plan = turn.transition(buckets -> plan(buckets, call));
        try (var rehash =
                Rehash.of(
                        plan.piece(),
                        Optional.of(plan.upload().algorithm()),
                        turn.sandbox().blobs())) {
            var bytes = rehash.read();
            return turn.transition(buckets -> write(buckets, call, plan, bytes));
        }
    }

    private Plan plan(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        var upload = buckets.uploads(found).named(key, uploadId);
        upload.object()
                .encryption()
                .openPart(
                        new Encryption.CustomerKey(
                                sseCustomerAlgorithm, sseCustomerKey, sseCustomerKeyMD5));
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
        return new Plan(piece(object), Shown.versionId(object, from), upload);
    }

    private ObjectVersion piece(ObjectVersion object) {
        if (copySourceRange.isEmpty()) {
            return object.piece(object.segments(), object.sizeBytes());
        }
        var text = copySourceRange.get();
        if (!RANGE.matcher(text).matches()) {
            throw S3Errors.invalidArgument(
                    "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy",
                    "x-amz-copy-source-range",
                    text);
        }
        long last = Long.parseLong(text.substring(text.indexOf('-') + 1));
        var range = ByteRange.of(text, object.sizeBytes());
        if (range.isEmpty() || last >= object.sizeBytes()) {
            throw S3Errors.invalidArgument(
                    "Range specified is not valid for source object of size: " + object.sizeBytes(),
                    "x-amz-copy-source-range",
                    text);
        }
        return object.piece(
                Segments.range(object.segments(), range.get().from(), range.get().length()),
                range.get().length());
    }

    private Response write(Buckets buckets, Call call, Plan plan, ObjectVersion bytes) {
        var uploads = buckets.uploads(buckets.named(bucket));
        var upload = uploads.named(key, uploadId);
        var now = call.now().truncatedTo(ChronoUnit.SECONDS);
        var sum = bytes.checksum().orElseThrow();
        uploads.put(
                upload,
                new UploadedPart(
                        partNumber,
                        bytes.eTag(),
                        bytes.sizeBytes(),
                        sum.value(),
                        now,
                        bytes.segments()));
        var sums = new Sums(upload.isChecked() ? Optional.of(sum) : Optional.<Checksum>empty());
        var encryption = upload.object().encryption();
        return new Response(
                plan.sourceVersion(),
                new Result(
                        bytes.quotedETag(),
                        now,
                        sums.of(ChecksumAlgorithm.CRC32),
                        sums.of(ChecksumAlgorithm.CRC32C),
                        sums.of(ChecksumAlgorithm.CRC64NVME),
                        sums.of(ChecksumAlgorithm.SHA1),
                        sums.of(ChecksumAlgorithm.SHA256)),
                encryption.serverSide(),
                encryption.customerAlgorithm(),
                encryption.customerKeyMd5(),
                encryption.kmsKey(),
                encryption.bucketKeyEnabled());
    }
}
