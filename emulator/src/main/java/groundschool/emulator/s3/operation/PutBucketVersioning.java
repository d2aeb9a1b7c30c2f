package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.lock.LockErrors;
import java.util.List;
import java.util.Optional;

/// Has a bucket keep versions, or no more of them.
///
/// Source:
/// [PutBucketVersioning](https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketVersioning.html)
public record PutBucketVersioning(
        String bucket,
        Optional<String> contentMD5,
        Optional<String> checksumAlgorithm,
        Optional<Object> mfa,
        Configuration versioningConfiguration,
        Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    public record Configuration(Optional<Object> mfaDelete, Optional<String> status) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:PutBucketVersioning", bucket));
    }

    @Override
    public Done run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        Refused.all("x-amz-mfa", mfa, "MfaDelete", versioningConfiguration.mfaDelete());
        var wanted =
                switch (versioningConfiguration.status().orElse("")) {
                    case "Enabled" -> Bucket.Versioning.ENABLED;
                    case "Suspended" -> Bucket.Versioning.SUSPENDED;
                    default ->
                            throw new AwsException(
                                    400,
                                    "IllegalVersioningConfigurationException",
                                    "The Versioning element must be specified");
                };
        if (wanted == Bucket.Versioning.SUSPENDED && Locking.isOn(found)) {
            throw LockErrors.invalidState(
                    "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.");
        }
        buckets.put(found.with(wanted));
        return new Done();
    }
}
