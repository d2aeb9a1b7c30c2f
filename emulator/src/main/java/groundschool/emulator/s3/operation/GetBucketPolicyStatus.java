package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.access.PublicPolicy;
import java.util.List;
import java.util.Optional;

/// Says whether the policy of a bucket lets the public in.
///
/// Source:
/// [GetBucketPolicyStatus](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicyStatus.html)
public record GetBucketPolicyStatus(String bucket, Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    public record Response(Status policyStatus) {}

    public record Status(boolean isPublic) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:GetBucketPolicyStatus", bucket));
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        var policy =
                found.policy()
                        .orElseThrow(() ->
                                S3Errors.noConfiguration(
                                        "NoSuchBucketPolicy",
                                        "The bucket policy does not exist",
                                        bucket));
        return new Response(new Status(PublicPolicy.is(policy)));
    }
}
