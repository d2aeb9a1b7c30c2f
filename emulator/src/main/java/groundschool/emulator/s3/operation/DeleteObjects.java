package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.lock.LockErrors;
import groundschool.emulator.s3.object.Preconditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Deletes up to a thousand objects, each by itself: what one may not delete, or what goes wrong
/// with one, is told of that one.
///
/// Unlike AWS, a request whose keys its sender may none of them delete is refused as a whole.
///
/// Source: [DeleteObjects](https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html)
public record DeleteObjects(
        String bucket,
        Delete delete,
        Optional<String> mfa,
        Optional<String> requestPayer,
        Optional<Boolean> bypassGovernanceRetention,
        Optional<String> expectedBucketOwner,
        Optional<String> checksumAlgorithm)
        implements S3Operation, Operation<Buckets> {

    private static final int MOST = 1000;

    public record Delete(List<Identifier> objects, Optional<Boolean> quiet) {}

    public record Identifier(
            String key,
            Optional<String> versionId,
            Optional<String> eTag,
            Optional<Object> lastModifiedTime,
            Optional<Object> size) {}

    public record Response(List<Deleted> deleted, List<Failure> errors) {}

    public record Deleted(
            String key,
            Optional<String> versionId,
            Optional<Boolean> deleteMarker,
            Optional<String> deleteMarkerVersionId) {}

    public record Failure(String key, Optional<String> versionId, String code, String message) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        var caller = call.as(call.principal());
        var wanted = delete.objects().stream().map(each -> wanted(buckets, call, each)).toList();
        var granted = wanted.stream().filter(caller::may).toList();
        return granted.isEmpty() ? wanted.stream().limit(1).toList() : granted;
    }

    private Access wanted(Buckets buckets, Call call, Identifier object) {
        return buckets.access(
                call,
                object.versionId().isPresent() ? "s3:DeleteObjectVersion" : "s3:DeleteObject",
                bucket,
                object.key(),
                object.versionId(),
                Map.of());
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        if (delete.objects().isEmpty() || delete.objects().size() > MOST) {
            throw S3Errors.malformedXml();
        }
        var found = buckets.named(bucket, expectedBucketOwner);
        if (bypassGovernanceRetention.isPresent() && !Locking.isOn(found)) {
            throw LockErrors.bypassWithoutLock();
        }
        var deleted = new ArrayList<Deleted>();
        var errors = new ArrayList<Failure>();
        for (var object : delete.objects()) {
            try {
                deleted.add(delete(buckets, found, object, call));
            } catch (AwsException refusal) {
                errors.add(
                        new Failure(
                                object.key(),
                                object.versionId(),
                                refusal.code(),
                                refusal.message()));
            }
        }
        return new Response(delete.quiet().orElse(false) ? List.of() : deleted, errors);
    }

    private Deleted delete(Buckets buckets, Bucket found, Identifier object, Call call) {
        Refused.all("LastModifiedTime", object.lastModifiedTime(), "Size", object.size());
        if (!call.as(call.principal()).may(wanted(buckets, call, object))) {
            throw S3Errors.accessDenied();
        }
        var objects = buckets.objects(found);
        object.versionId()
                .filter(id ->
                        !id.equals("null") && objects.peek(object.key(), Optional.of(id)).isEmpty())
                .ifPresent(id -> {
                    throw S3Errors.noSuchVersion(object.key(), id);
                });
        if (object.eTag().isPresent()) {
            Preconditions.checkWrite(
                    object.eTag(), Optional.empty(), object.key(), objects.current(object.key()));
        }
        boolean bypasses =
                Locking.bypasses(
                        buckets,
                        call,
                        found,
                        object.key(),
                        object.versionId(),
                        bypassGovernanceRetention);
        var done = Deletion.of(buckets, found, object.key(), object.versionId(), bypasses, call);
        return new Deleted(
                object.key(),
                object.versionId(),
                done.deleteMarker(),
                done.deleteMarker().isPresent() ? done.versionId() : Optional.empty());
    }
}
