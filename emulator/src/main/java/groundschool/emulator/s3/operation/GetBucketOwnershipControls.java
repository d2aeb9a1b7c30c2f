package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.access.ObjectOwnership;
import java.util.List;
import java.util.Optional;

/// Tells who owns what others put into a bucket.
///
/// Source:
/// [GetBucketOwnershipControls](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketOwnershipControls.html)
public record GetBucketOwnershipControls(String bucket, Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    public record Response(Controls ownershipControls) {}

    public record Controls(List<Rule> rules) {}

    public record Rule(String objectOwnership) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:GetBucketOwnershipControls", bucket));
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        var rule =
                found.setting(ObjectOwnership.class)
                        .orElseThrow(() ->
                                S3Errors.noConfiguration(
                                        "OwnershipControlsNotFoundError",
                                        "The bucket ownership controls were not found",
                                        bucket));
        return new Response(new Controls(List.of(new Rule(rule.rule()))));
    }
}
