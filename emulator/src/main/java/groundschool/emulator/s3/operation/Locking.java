package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.ObjectVersion;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.lock.LockConfiguration;
import groundschool.emulator.s3.lock.LockErrors;
import groundschool.emulator.s3.lock.ObjectLock;
import groundschool.emulator.s3.lock.ObjectLock.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a request says that makes a locked object.
///
/// @param hold the status of the legal hold
record Locking(Optional<String> mode, Optional<Instant> until, Optional<String> hold) {

    private static final String MODE = "x-amz-object-lock-mode";
    private static final String UNTIL = "x-amz-object-lock-retain-until-date";
    private static final String HOLD = "x-amz-object-lock-legal-hold";

    /// What IAM is asked besides.
    List<Access> access(Buckets buckets, Call call, String bucket, String key) {
        var wanted = new ArrayList<Access>();
        if (mode.isPresent() || until.isPresent()) {
            wanted.add(
                    buckets.access(
                            call,
                            "s3:PutObjectRetention",
                            bucket,
                            key,
                            Optional.empty(),
                            keys(call.now())));
        }
        if (hold.isPresent()) {
            wanted.add(
                    buckets.access(
                            call,
                            "s3:PutObjectLegalHold",
                            bucket,
                            key,
                            Optional.empty(),
                            keys(call.now())));
        }
        return wanted;
    }

    /// What policies can test of it.
    Map<String, List<String>> keys(Instant now) {
        var keys = new HashMap<String, List<String>>();
        mode.ifPresent(value -> keys.put("s3:object-lock-mode", List.of(value)));
        until.ifPresent(date -> {
            keys.put("s3:object-lock-retain-until-date", List.of(date.toString()));
            long days = Math.max(0, Duration.between(now, date).toDays());
            keys.put("s3:object-lock-remaining-retention-days", List.of(String.valueOf(days)));
        });
        hold.ifPresent(value -> keys.put("s3:object-lock-legal-hold", List.of(value)));
        return keys;
    }

    /// The lock of a version that is made in a bucket. What the request says is looked at before
    /// the bucket is.
    ///
    /// @param isSummed whether the request says what its body must be
    Optional<ObjectLock> in(Bucket bucket, Call call, boolean isSummed) {
        boolean saysNothing = mode.isEmpty() && until.isEmpty() && hold.isEmpty();
        if (!saysNothing) {
            check(call.now());
            if (call.principal() instanceof Principal.Anonymous) {
                throw LockErrors.unsigned();
            }
            if (!isOn(bucket)) {
                throw LockErrors.noLockToWrite();
            }
        }
        boolean isHeld = !saysNothing || isHeldByItself(bucket, call.now());
        if (isHeld && !isSummed) {
            throw LockErrors.unsummed();
        }
        return saysNothing
                ? Optional.empty()
                : Optional.of(
                        new ObjectLock(
                                mode.map(it -> new Retention(it, until.orElseThrow())), hold));
    }

    private void check(Instant now) {
        if (mode.isPresent() != until.isPresent()) {
            throw S3Errors.invalidArgument(
                    "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied",
                    mode.isPresent() ? UNTIL : MODE);
        }
        mode.filter(it -> !it.equals(ObjectLock.GOVERNANCE) && !it.equals(ObjectLock.COMPLIANCE))
                .ifPresent(it -> {
                    throw S3Errors.invalidArgument("Unknown wormMode directive.", MODE, it);
                });
        until.filter(date -> !date.isAfter(now))
                .ifPresent(date -> {
                    throw LockErrors.past(UNTIL, date.toString());
                });
        hold.filter(status -> !status.equals(ObjectLock.ON) && !status.equals("OFF"))
                .ifPresent(status -> {
                    throw S3Errors.invalidArgument(
                            "Legal Hold must be either of 'ON' or 'OFF'", HOLD, status);
                });
    }

    private static boolean isHeldByItself(Bucket bucket, Instant now) {
        return bucket.setting(LockConfiguration.class)
                .flatMap(configuration -> configuration.retention(now))
                .isPresent();
    }

    /// Whether a bucket has Object Lock.
    static boolean isOn(Bucket bucket) {
        return bucket.setting(LockConfiguration.class).isPresent();
    }

    /// @throws groundschool.emulator.AwsException if the bucket has no Object Lock
    static void need(Bucket bucket) {
        if (!isOn(bucket)) {
            throw LockErrors.noLock();
        }
    }

    /// Whether a caller says that governance is to be passed over, and may.
    static boolean bypasses(
            Buckets buckets,
            Call call,
            Bucket bucket,
            String key,
            Optional<String> versionId,
            Optional<Boolean> said) {
        if (said.isEmpty()) {
            return false;
        }
        if (!isOn(bucket)) {
            throw LockErrors.bypassWithoutLock();
        }
        return said.get()
                && call.as(call.principal())
                        .may(
                                buckets.access(
                                        call,
                                        "s3:BypassGovernanceRetention",
                                        bucket.name(),
                                        key,
                                        versionId,
                                        Map.of()));
    }

    /// @throws groundschool.emulator.AwsException if the version may not be removed
    static void checkRemovable(ObjectVersion version, Instant now, boolean bypasses) {
        if (version.lock().filter(lock -> lock.holds(now, bypasses)).isPresent()) {
            throw LockErrors.isLocked();
        }
    }
}
