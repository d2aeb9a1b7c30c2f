package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.Buckets;
import java.util.List;
import java.util.Optional;

/// Takes the policy of a bucket away.
///
/// Source:
/// [DeleteBucketPolicy](https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html)
public record DeleteBucketPolicy(String bucket, Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:DeleteBucketPolicy", bucket));
    }

    @Override
    public Done run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        buckets.put(found.without(Bucket.BucketPolicy.class));
        return new Done();
    }
}
