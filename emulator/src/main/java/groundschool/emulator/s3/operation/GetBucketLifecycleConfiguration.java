package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.LifecycleConfiguration;
import groundschool.emulator.s3.S3Errors;
import java.util.List;
import java.util.Optional;

/// Tells what becomes of the objects of a bucket by themselves.
///
/// Source:
/// [GetBucketLifecycleConfiguration](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLifecycleConfiguration.html)
public record GetBucketLifecycleConfiguration(String bucket, Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    /// Objects below 128 KB are not moved, unless a rule says so.
    static final String USUAL = "all_storage_classes_128K";

    public record Response(
            List<LifecycleConfiguration.Rule> rules, String transitionDefaultMinimumObjectSize) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:GetLifecycleConfiguration", bucket));
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        return found.setting(LifecycleConfiguration.class)
                .map(lifecycle -> new Response(lifecycle.rules(), USUAL))
                .orElseThrow(() ->
                        S3Errors.noConfiguration(
                                "NoSuchLifecycleConfiguration",
                                "The lifecycle configuration does not exist",
                                bucket));
    }
}
