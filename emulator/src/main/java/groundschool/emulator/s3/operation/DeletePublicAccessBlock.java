package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.access.PublicAccessBlockConfiguration;
import java.util.List;
import java.util.Optional;

/// Lets nothing keep a bucket from the public.
///
/// Source:
/// [DeletePublicAccessBlock](https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeletePublicAccessBlock.html)
public record DeletePublicAccessBlock(String bucket, Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:PutBucketPublicAccessBlock", bucket));
    }

    @Override
    public Done run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        buckets.put(found.without(PublicAccessBlockConfiguration.class));
        return new Done();
    }
}
