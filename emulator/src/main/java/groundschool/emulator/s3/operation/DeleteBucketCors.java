package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.site.CorsConfiguration;
import java.util.List;
import java.util.Optional;

/// Lets no page of another origin read the answers of a bucket.
///
/// Source:
/// [DeleteBucketCors](https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketCors.html)
public record DeleteBucketCors(String bucket, Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:PutBucketCORS", bucket));
    }

    @Override
    public Done run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        buckets.put(found.without(CorsConfiguration.class));
        return new Done();
    }
}
