package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.lock.ObjectLock;
import java.util.List;
import java.util.Optional;

/// Locks a version of an object until somebody says that it is over.
///
/// Source:
/// [PutObjectLegalHold](https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectLegalHold.html)
public record PutObjectLegalHold(
        String bucket,
        String key,
        Optional<Hold> legalHold,
        Optional<String> requestPayer,
        Optional<String> versionId,
        Optional<String> contentMD5,
        Optional<String> checksumAlgorithm,
        Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    public record Hold(Optional<String> status) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        var said = new Locking(Optional.empty(), Optional.empty(), legalHold.flatMap(Hold::status));
        return List.of(
                buckets.access(
                        call,
                        "s3:PutObjectLegalHold",
                        bucket,
                        key,
                        versionId,
                        said.keys(call.now())));
    }

    @Override
    public Done run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        var status =
                legalHold
                        .flatMap(Hold::status)
                        .filter(said -> said.equals(ObjectLock.ON) || said.equals("OFF"))
                        .orElseThrow(S3Errors::malformedXml);
        Locking.need(found);
        var object = Versions.read(buckets, call, found, key, versionId, "PUT");
        buckets.objects(found)
                .put(object.with(object.lock().orElse(ObjectLock.NONE).withHold(status)));
        return new Done();
    }
}
