package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.object.Listing;
import java.util.List;
import java.util.Optional;

/// Lists objects, the older way.
///
/// Source: [ListObjects](https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html)
public record ListObjects(
        String bucket,
        Optional<String> delimiter,
        Optional<String> encodingType,
        Optional<String> marker,
        Optional<Long> maxKeys,
        Optional<String> prefix,
        Optional<Object> requestPayer,
        Optional<String> expectedBucketOwner,
        Optional<List<String>> optionalObjectAttributes)
        implements S3Operation, Operation<Buckets> {

    public record Response(
            boolean isTruncated,
            String marker,
            Optional<String> nextMarker,
            List<ListedObject> contents,
            String name,
            String prefix,
            Optional<String> delimiter,
            int maxKeys,
            List<CommonPrefix> commonPrefixes,
            Optional<String> encodingType) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return Lists.access(buckets, call, "s3:ListBucket", bucket, prefix, delimiter, maxKeys);
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        var encoding = Listing.Encoding.of(encodingType);
        int most = Listing.most(maxKeys, "max-keys");
        var page =
                Listing.of(
                        buckets.objects(found),
                        Listing.Query.ofObjects(prefix, delimiter, marker, most));
        return new Response(
                page.isTruncated(),
                encoding.of(marker.orElse("")),
                page.isTruncated() && delimiter.filter(text -> !text.isEmpty()).isPresent()
                        ? page.last().map(encoding::of)
                        : Optional.empty(),
                page.objects().stream()
                        .map(object -> ListedObject.of(object, encoding, true, buckets))
                        .toList(),
                bucket,
                encoding.of(prefix.orElse("")),
                delimiter.filter(text -> !text.isEmpty()).map(encoding::of),
                most,
                CommonPrefix.all(page.commonPrefixes(), encoding),
                encoding.type());
    }
}
