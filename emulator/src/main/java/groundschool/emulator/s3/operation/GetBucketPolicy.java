package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import java.util.List;
import java.util.Optional;

/// Gives the policy of a bucket, as it was saved.
///
/// Source:
/// [GetBucketPolicy](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicy.html)
public record GetBucketPolicy(String bucket, Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    public record Response(String policy) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:GetBucketPolicy", bucket));
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        return new Response(
                found.policy()
                        .orElseThrow(() ->
                                S3Errors.noConfiguration(
                                        "NoSuchBucketPolicy",
                                        "The bucket policy does not exist",
                                        bucket)));
    }
}
