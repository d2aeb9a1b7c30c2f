package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.lock.LockErrors;
import groundschool.emulator.s3.lock.ObjectLock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says until when a version of an object is locked.
///
/// Source:
/// [GetObjectRetention](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectRetention.html)
public record GetObjectRetention(
        String bucket,
        String key,
        Optional<String> versionId,
        Optional<String> requestPayer,
        Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    public record Response(ObjectLock.Retention retention) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(
                buckets.access(call, "s3:GetObjectRetention", bucket, key, versionId, Map.of()));
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        Locking.need(found);
        var object = Versions.read(buckets, call, found, key, versionId, "GET");
        return new Response(
                object.lock()
                        .flatMap(ObjectLock::retention)
                        .orElseThrow(() -> LockErrors.noneOfObject(key)));
    }
}
