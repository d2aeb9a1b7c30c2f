package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import java.util.List;
import java.util.Optional;

/// Says where a bucket is; of us-east-1, nothing.
///
/// Source:
/// [GetBucketLocation](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html)
public record GetBucketLocation(String bucket, Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    public record Response(Optional<String> locationConstraint) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:GetBucketLocation", bucket));
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        var region = found.setting(OldLocation.class).map(OldLocation::name).orElse(found.region());
        return new Response(region.equals(Locations.HOME) ? Optional.empty() : Optional.of(region));
    }
}
