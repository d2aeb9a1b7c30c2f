package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.lock.LockConfiguration;
import groundschool.emulator.s3.lock.LockErrors;
import java.util.List;
import java.util.Optional;

/// Turns Object Lock on for a bucket that keeps versions, for good, and says how long its new
/// objects are locked.
///
/// Source:
/// [PutObjectLockConfiguration](https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectLockConfiguration.html)
public record PutObjectLockConfiguration(
        String bucket,
        Optional<Configuration> objectLockConfiguration,
        Optional<String> requestPayer,
        Optional<String> token,
        Optional<String> contentMD5,
        Optional<String> checksumAlgorithm,
        Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    public record Configuration(Optional<String> objectLockEnabled, Optional<Rule> rule) {}

    public record Rule(Optional<DefaultRetention> defaultRetention) {}

    public record DefaultRetention(
            Optional<String> mode,
            Optional<Integer> days,
            Optional<Integer> years,
            Optional<Object> defaultEventHold) {

        private LockConfiguration.DefaultRetention checked() {
            Refused.all("DefaultEventHold", defaultEventHold);
            return new LockConfiguration.DefaultRetention(mode, days, years);
        }
    }

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:PutBucketObjectLockConfiguration", bucket));
    }

    @Override
    public Done run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        var wanted = objectLockConfiguration.orElseThrow(S3Errors::malformedXml);
        var configuration =
                new LockConfiguration(
                        wanted.objectLockEnabled().orElse(""),
                        wanted.rule()
                                .map(rule ->
                                        new LockConfiguration.Rule(
                                                rule.defaultRetention()
                                                        .map(DefaultRetention::checked))));
        configuration.check();
        if (found.versioning() != Bucket.Versioning.ENABLED) {
            throw LockErrors.invalidState(
                    "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration");
        }
        buckets.put(found.with(configuration));
        return new Done();
    }
}
