package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.LifecycleConfiguration;
import groundschool.emulator.s3.S3Errors;
import java.util.List;
import java.util.Optional;

/// Says what becomes of the objects of a bucket by themselves.
///
/// Source:
/// [PutBucketLifecycleConfiguration](https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html)
public record PutBucketLifecycleConfiguration(
        String bucket,
        Optional<String> checksumAlgorithm,
        Optional<LifecycleConfiguration> lifecycleConfiguration,
        Optional<String> expectedBucketOwner,
        Optional<String> transitionDefaultMinimumObjectSize)
        implements S3Operation, Operation<Buckets> {

    public record Response(String transitionDefaultMinimumObjectSize) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:PutLifecycleConfiguration", bucket));
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        var lifecycle = lifecycleConfiguration.orElseThrow(S3Errors::malformedXml);
        lifecycle.check();
        var minimum =
                transitionDefaultMinimumObjectSize.orElse(GetBucketLifecycleConfiguration.USUAL);
        if (!minimum.equals(GetBucketLifecycleConfiguration.USUAL)) {
            throw S3Errors.notYet(
                    "the parameter x-amz-transition-default-minimum-object-size: " + minimum);
        }
        buckets.put(found.with(lifecycle.identified(() -> Ids.of(48, call.random()))));
        buckets.lifecycles().wake();
        return new Response(minimum);
    }
}
