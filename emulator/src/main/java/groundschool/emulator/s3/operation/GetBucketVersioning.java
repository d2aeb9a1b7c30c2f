package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import java.util.List;
import java.util.Optional;

/// Says whether a bucket keeps versions.
///
/// Source:
/// [GetBucketVersioning](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketVersioning.html)
public record GetBucketVersioning(String bucket, Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    public record Response(Optional<String> status) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:GetBucketVersioning", bucket));
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        return new Response(
                switch (found.versioning()) {
                    case NEVER -> Optional.empty();
                    case ENABLED -> Optional.of("Enabled");
                    case SUSPENDED -> Optional.of("Suspended");
                });
    }
}
