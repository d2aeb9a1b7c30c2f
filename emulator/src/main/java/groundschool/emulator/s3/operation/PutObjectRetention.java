package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.lock.LockErrors;
import groundschool.emulator.s3.lock.ObjectLock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Locks a version of an object for a time, or locks it longer. Shorter, or not at all, is for
/// those who may get past governance; in compliance it is for nobody.
///
/// Source:
/// [PutObjectRetention](https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectRetention.html)
public record PutObjectRetention(
        String bucket,
        String key,
        Optional<Retention> retention,
        Optional<String> requestPayer,
        Optional<String> versionId,
        Optional<Boolean> bypassGovernanceRetention,
        Optional<String> contentMD5,
        Optional<String> checksumAlgorithm,
        Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    public record Retention(
            Optional<String> mode,
            Optional<Instant> retainUntilDate,
            Optional<Object> eventHold,
            Optional<Object> eventHoldDuration) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        var said =
                new Locking(
                        retention.flatMap(Retention::mode),
                        retention.flatMap(Retention::retainUntilDate),
                        Optional.empty());
        return List.of(
                buckets.access(
                        call,
                        "s3:PutObjectRetention",
                        bucket,
                        key,
                        versionId,
                        said.keys(call.now())));
    }

    @Override
    public Done run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        Locking.need(found);
        boolean bypasses =
                Locking.bypasses(buckets, call, found, key, versionId, bypassGovernanceRetention);
        var object = Versions.read(buckets, call, found, key, versionId, "PUT");
        var wanted = wanted(call.now());
        var lock = object.lock().orElse(ObjectLock.NONE);
        boolean loosens =
                lock.retention()
                        .filter(now -> !now.isOver(call.now()))
                        .filter(now -> !keeps(now, wanted))
                        .filter(now -> !(bypasses && now.mode().equals(ObjectLock.GOVERNANCE)))
                        .isPresent();
        if (loosens) {
            throw LockErrors.isLocked();
        }
        buckets.objects(found).put(object.with(lock.with(wanted)));
        return new Done();
    }

    /// The same mode for as long or longer. From governance to compliance takes the permission,
    /// too.
    private static boolean keeps(ObjectLock.Retention now, Optional<ObjectLock.Retention> wanted) {
        return wanted.filter(later -> later.mode().equals(now.mode()))
                .filter(later -> !later.retainUntilDate().isBefore(now.retainUntilDate()))
                .isPresent();
    }

    /// Nothing, if all of it is left out.
    private Optional<ObjectLock.Retention> wanted(Instant now) {
        var said = retention.orElseThrow(S3Errors::malformedXml);
        Refused.all("EventHold", said.eventHold(), "EventHoldDuration", said.eventHoldDuration());
        if (said.mode().isEmpty() && said.retainUntilDate().isEmpty()) {
            return Optional.empty();
        }
        if (said.mode().isEmpty() || said.retainUntilDate().isEmpty()) {
            throw S3Errors.malformedXml();
        }
        var until = said.retainUntilDate().get();
        if (!until.isAfter(now)) {
            throw LockErrors.past("RetainUntilDate", until.toString());
        }
        return Optional.of(new ObjectLock.Retention(said.mode().get(), until));
    }
}
