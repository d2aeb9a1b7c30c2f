package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.lock.LockConfiguration;
import java.util.List;
import java.util.Optional;

/// Says whether a bucket has Object Lock, and how long its new objects are locked.
///
/// Source:
/// [GetObjectLockConfiguration](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectLockConfiguration.html)
public record GetObjectLockConfiguration(String bucket, Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    public record Response(LockConfiguration objectLockConfiguration) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:GetBucketObjectLockConfiguration", bucket));
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        return new Response(
                found.setting(LockConfiguration.class)
                        .orElseThrow(() ->
                                S3Errors.noConfiguration(
                                        "ObjectLockConfigurationNotFoundError",
                                        "Object Lock configuration does not exist for this bucket",
                                        found.name())));
    }
}
