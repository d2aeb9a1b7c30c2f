package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.object.Listing;
import java.util.List;
import java.util.Optional;

/// Lists objects.
///
/// Source: [ListObjectsV2](https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html)
public record ListObjectsV2(
        String bucket,
        Optional<String> delimiter,
        Optional<String> encodingType,
        Optional<Long> maxKeys,
        Optional<String> prefix,
        Optional<String> continuationToken,
        Optional<Boolean> fetchOwner,
        Optional<String> startAfter,
        Optional<Object> requestPayer,
        Optional<String> expectedBucketOwner,
        Optional<List<String>> optionalObjectAttributes)
        implements S3Operation, Operation<Buckets> {

    public record Response(
            boolean isTruncated,
            List<ListedObject> contents,
            String name,
            String prefix,
            Optional<String> delimiter,
            int maxKeys,
            List<CommonPrefix> commonPrefixes,
            Optional<String> encodingType,
            int keyCount,
            Optional<String> continuationToken,
            Optional<String> nextContinuationToken,
            Optional<String> startAfter) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return Lists.access(buckets, call, "s3:ListBucket", bucket, prefix, delimiter, maxKeys);
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        var encoding = Listing.Encoding.of(encodingType);
        int most = Listing.most(maxKeys, "max-keys");
        if (continuationToken.filter(String::isEmpty).isPresent()) {
            throw S3Errors.invalidArgument(
                    "The continuation token provided is incorrect", "continuation-token");
        }
        var after =
                continuationToken
                        .map(token -> Tokens.read(token, "continuation-token"))
                        .or(() -> startAfter);
        var page =
                Listing.of(
                        buckets.objects(found),
                        Listing.Query.ofObjects(prefix, delimiter, after, most));
        return new Response(
                page.isTruncated(),
                page.objects().stream()
                        .map(object ->
                                ListedObject.of(
                                        object, encoding, fetchOwner.orElse(false), buckets))
                        .toList(),
                bucket,
                encoding.of(prefix.orElse("")),
                delimiter.filter(text -> !text.isEmpty()).map(encoding::of),
                most,
                CommonPrefix.all(page.commonPrefixes(), encoding),
                encoding.type(),
                page.objects().size() + page.commonPrefixes().size(),
                continuationToken,
                page.isTruncated() ? page.last().map(Tokens::of) : Optional.empty(),
                startAfter.map(encoding::of));
    }
}
