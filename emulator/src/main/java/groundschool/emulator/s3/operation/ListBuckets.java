package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lists the buckets of the account, in whichever Region they are.
///
/// Source: [ListBuckets](https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html)
public record ListBuckets(
        Optional<Integer> maxBuckets,
        Optional<String> continuationToken,
        Optional<String> prefix,
        Optional<String> bucketRegion)
        implements S3Operation, Operation<Buckets> {

    private static final int MOST = 10_000;

    public record Response(
            List<Entry> buckets,
            Owner owner,
            Optional<String> continuationToken,
            Optional<String> prefix) {}

    /// One bucket.
    public record Entry(String name, Instant creationDate, String bucketRegion, String bucketArn) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(Access.to("s3:ListAllMyBuckets", "arn:aws:s3:::*"));
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        int most = maxBuckets.orElse(MOST);
        if (most < 1 || most > MOST) {
            throw S3Errors.invalidArgument(
                    "Argument max-buckets must be an integer between 1 and 10000",
                    "max-buckets",
                    Integer.toString(most));
        }
        bucketRegion
                .filter(region -> !Locations.isRegion(region))
                .ifPresent(region -> {
                    throw S3Errors.invalidArgument(
                            "Argument value %s is not a valid AWS Region".formatted(region),
                            "bucket-region");
                });
        var after = continuationToken.map(token -> Tokens.read(token, "continuation-token"));
        var found =
                buckets.all()
                        .filter(bucket -> bucket.name().startsWith(prefix.orElse("")))
                        .filter(bucket -> bucketRegion.map(bucket.region()::equals).orElse(true))
                        .filter(bucket ->
                                after.map(name -> bucket.name().compareTo(name) > 0).orElse(true))
                        .limit(most + 1L)
                        .toList();
        var page = found.stream().limit(most).toList();
        return new Response(
                page.stream()
                        .map(bucket ->
                                new Entry(
                                        bucket.name(),
                                        bucket.createdAt(),
                                        bucket.region(),
                                        bucket.arn()))
                        .toList(),
                Owner.of(buckets),
                found.size() > most
                        ? Optional.of(Tokens.of(page.getLast().name()))
                        : Optional.empty(),
                prefix);
    }
}
