package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import java.util.List;
import java.util.Optional;

/// Says whether transfers to a bucket are accelerated: they never were.
///
/// Source:
/// [GetBucketAccelerateConfiguration](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAccelerateConfiguration.html)
public record GetBucketAccelerateConfiguration(
        String bucket, Optional<String> expectedBucketOwner, Optional<String> requestPayer)
        implements S3Operation, Operation<Buckets> {

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:GetAccelerateConfiguration", bucket));
    }

    @Override
    public Done run(Buckets buckets, Call call) {
        buckets.named(bucket, expectedBucketOwner);
        return new Done();
    }
}
