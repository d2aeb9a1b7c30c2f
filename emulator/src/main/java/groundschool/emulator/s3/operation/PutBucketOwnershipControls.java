package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.access.ObjectOwnership;
import java.util.List;
import java.util.Optional;

/// Says who owns what others put into a bucket.
///
/// Source:
/// [PutBucketOwnershipControls](https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketOwnershipControls.html)
public record PutBucketOwnershipControls(
        String bucket,
        Optional<String> contentMD5,
        Optional<String> expectedBucketOwner,
        Controls ownershipControls,
        Optional<String> checksumAlgorithm)
        implements S3Operation, Operation<Buckets> {

    public record Controls(List<Rule> rules) {}

    public record Rule(String objectOwnership) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:PutBucketOwnershipControls", bucket));
    }

    @Override
    public Done run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        if (ownershipControls.rules().size() != 1) {
            throw S3Errors.malformedXml();
        }
        var rule = ownershipControls.rules().getFirst().objectOwnership();
        if (rule.equals(ObjectOwnership.ENFORCED)
                && !buckets.named(bucket).acl(buckets.owner()).isPrivate()) {
            throw new AwsException(
                    400,
                    "InvalidBucketAclWithObjectOwnership",
                    "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting");
        }
        buckets.put(found.with(new ObjectOwnership(rule)));
        return new Done();
    }
}
