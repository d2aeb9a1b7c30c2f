package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.access.PublicAccessBlockConfiguration;
import java.util.List;
import java.util.Optional;

/// Says what keeps a bucket from the public.
///
/// Source:
/// [PutPublicAccessBlock](https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutPublicAccessBlock.html)
public record PutPublicAccessBlock(
        String bucket,
        Optional<String> contentMD5,
        Optional<String> checksumAlgorithm,
        Wanted publicAccessBlockConfiguration,
        Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    /// What is not said is off.
    public record Wanted(
            Optional<Boolean> blockPublicAcls,
            Optional<Boolean> ignorePublicAcls,
            Optional<Boolean> blockPublicPolicy,
            Optional<Boolean> restrictPublicBuckets) {

        PublicAccessBlockConfiguration setting() {
            return new PublicAccessBlockConfiguration(
                    blockPublicAcls.orElse(false),
                    ignorePublicAcls.orElse(false),
                    blockPublicPolicy.orElse(false),
                    restrictPublicBuckets.orElse(false));
        }
    }

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:PutBucketPublicAccessBlock", bucket));
    }

    @Override
    public Done run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        buckets.put(found.with(publicAccessBlockConfiguration.setting()));
        return new Done();
    }
}
