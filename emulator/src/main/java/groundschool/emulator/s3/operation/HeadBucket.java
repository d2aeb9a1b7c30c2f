package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import java.util.List;
import java.util.Optional;

/// Says whether a bucket is there, and where.
///
/// Source: [HeadBucket](https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html)
public record HeadBucket(String bucket, Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    public record Response(String bucketArn, String bucketRegion, boolean accessPointAlias) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:ListBucket", bucket));
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        return new Response(found.arn(), found.region(), false);
    }
}
