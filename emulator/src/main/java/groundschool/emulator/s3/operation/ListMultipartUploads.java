package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.Uploads.MultipartUpload;
import groundschool.emulator.s3.object.Listing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Lists the uploads in parts that are under way.
///
/// Source:
/// [ListMultipartUploads](https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html)
public record ListMultipartUploads(
        String bucket,
        Optional<String> delimiter,
        Optional<String> encodingType,
        Optional<String> keyMarker,
        Optional<Long> maxUploads,
        Optional<String> prefix,
        Optional<String> uploadIdMarker,
        Optional<String> expectedBucketOwner,
        Optional<Object> requestPayer)
        implements S3Operation, Operation<Buckets> {

    public record Response(
            String bucket,
            String keyMarker,
            String uploadIdMarker,
            String nextKeyMarker,
            Optional<String> prefix,
            Optional<String> delimiter,
            String nextUploadIdMarker,
            int maxUploads,
            boolean isTruncated,
            List<OneUpload> uploads,
            List<CommonPrefix> commonPrefixes,
            Optional<String> encodingType) {}

    public record OneUpload(
            String uploadId,
            String key,
            Instant initiated,
            String storageClass,
            Owner owner,
            Owner initiator,
            Optional<String> checksumAlgorithm,
            Optional<String> checksumType) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return Lists.access(
                buckets,
                call,
                "s3:ListBucketMultipartUploads",
                bucket,
                prefix,
                delimiter,
                Optional.empty());
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        var encoding = Listing.Encoding.of(encodingType);
        int most = Listing.most(maxUploads, "max-uploads");
        var uploads = new ArrayList<MultipartUpload>();
        var prefixes = new LinkedHashSet<String>();
        boolean isTruncated = false;
        boolean isBehindId = uploadIdMarker.filter(id -> !id.isEmpty()).isEmpty();
        var marker = keyMarker.orElse("");
        for (var upload : buckets.uploads(found).all().toList()) {
            if (!upload.key().startsWith(prefix.orElse(""))) {
                continue;
            }
            int order = marker.isEmpty() ? 1 : upload.key().compareTo(marker);
            if (order == 0 && !isBehindId) {
                isBehindId = upload.id().equals(uploadIdMarker.orElse(""));
                continue;
            }
            if (order < 0 || order == 0 && uploadIdMarker.orElse("").isEmpty()) {
                continue;
            }
            var common = common(upload.key());
            if (common.filter(each -> prefixes.contains(each) || each.compareTo(marker) <= 0)
                    .isPresent()) {
                continue;
            }
            if (uploads.size() + prefixes.size() == most) {
                isTruncated = true;
                break;
            }
            common.ifPresentOrElse(prefixes::add, () -> uploads.add(upload));
        }
        var last =
                uploads.isEmpty()
                        ? Optional.<MultipartUpload>empty()
                        : Optional.of(uploads.getLast());
        return new Response(
                bucket,
                encoding.of(marker),
                uploadIdMarker.orElse(""),
                last.map(MultipartUpload::key).map(encoding::of).orElse(""),
                prefix.filter(text -> !text.isEmpty()).map(encoding::of),
                delimiter.filter(text -> !text.isEmpty()).map(encoding::of),
                last.map(MultipartUpload::id).orElse(""),
                most,
                isTruncated,
                uploads.stream().map(upload -> one(upload, encoding, buckets)).toList(),
                CommonPrefix.all(List.copyOf(prefixes), encoding),
                encoding.type());
    }

    private Optional<String> common(String key) {
        var mark = delimiter.filter(text -> !text.isEmpty());
        int at = mark.map(text -> key.indexOf(text, prefix.orElse("").length())).orElse(-1);
        return at < 0
                ? Optional.empty()
                : Optional.of(key.substring(0, at + mark.orElse("").length()));
    }

    private static OneUpload one(
            MultipartUpload upload, Listing.Encoding encoding, Buckets buckets) {
        return new OneUpload(
                upload.id(),
                encoding.of(upload.key()),
                upload.initiated(),
                upload.object().storageClass(),
                Owner.of(buckets),
                Owner.of(buckets),
                upload.isChecked() ? Optional.of(upload.checksumAlgorithm()) : Optional.empty(),
                upload.isChecked() ? Optional.of(upload.checksumType()) : Optional.empty());
    }
}
