package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import java.util.List;
import java.util.Optional;

/// Says who pays for requests to a bucket: its owner, for nothing else can be said here.
///
/// Source:
/// [GetBucketRequestPayment](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketRequestPayment.html)
public record GetBucketRequestPayment(String bucket, Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    public record Response(String payer) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:GetBucketRequestPayment", bucket));
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        buckets.named(bucket, expectedBucketOwner);
        return new Response("BucketOwner");
    }
}
