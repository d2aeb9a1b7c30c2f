package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import java.util.List;
import java.util.Optional;

/// Says where the objects of a bucket are copied to: nowhere.
///
/// Source:
/// [GetBucketReplication](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketReplication.html)
public record GetBucketReplication(String bucket, Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:GetReplicationConfiguration", bucket));
    }

    @Override
    public Done run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        throw S3Errors.noConfiguration(
                "ReplicationConfigurationNotFoundError",
                "The replication configuration was not found",
                found.name());
    }
}
