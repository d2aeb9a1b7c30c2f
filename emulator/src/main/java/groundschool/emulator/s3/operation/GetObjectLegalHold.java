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

/// Says whether a version of an object is locked until somebody says that it is over.
///
/// Source:
/// [GetObjectLegalHold](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectLegalHold.html)
public record GetObjectLegalHold(
        String bucket,
        String key,
        Optional<String> versionId,
        Optional<String> requestPayer,
        Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    public record Response(Hold legalHold) {}

    public record Hold(String status) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(
                buckets.access(call, "s3:GetObjectLegalHold", bucket, key, versionId, Map.of()));
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        Locking.need(found);
        var object = Versions.read(buckets, call, found, key, versionId, "GET");
        return new Response(
                object.lock()
                        .flatMap(ObjectLock::legalHold)
                        .map(Hold::new)
                        .orElseThrow(() -> LockErrors.noneOfObject(key)));
    }
}
