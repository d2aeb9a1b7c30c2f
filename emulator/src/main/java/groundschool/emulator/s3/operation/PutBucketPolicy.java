package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.access.PolicyCheck;
import groundschool.emulator.s3.access.PublicPolicy;
import java.util.List;
import java.util.Optional;

/// Gives a bucket a policy.
///
/// Source:
/// [PutBucketPolicy](https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html)
public record PutBucketPolicy(
        String bucket,
        Optional<String> contentMD5,
        Optional<String> checksumAlgorithm,
        Optional<Boolean> confirmRemoveSelfBucketAccess,
        String policy,
        Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:PutBucketPolicy", bucket));
    }

    @Override
    public Done run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        PolicyCheck.check(policy, found);
        if (found.publicAccessBlock().blockPublicPolicy() && PublicPolicy.is(policy)) {
            throw S3Errors.accessDenied(
                    "User: %s is not authorized to perform: s3:PutBucketPolicy on resource: %s because public policies are blocked by the BlockPublicPolicy block public access setting."
                            .formatted(call.principal().arn(), found.arn()));
        }
        buckets.put(found.with(new Bucket.BucketPolicy(policy)));
        return new Done();
    }
}
