package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.object.Preconditions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Deletes an object, or one version of it for good. What is not there is deleted already.
///
/// Source: [DeleteObject](https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html)
public record DeleteObject(
        String bucket,
        String key,
        Optional<String> mfa,
        Optional<String> versionId,
        Optional<String> requestPayer,
        Optional<Boolean> bypassGovernanceRetention,
        Optional<String> expectedBucketOwner,
        Optional<String> ifMatch,
        Optional<Object> ifMatchLastModifiedTime,
        Optional<Object> ifMatchSize)
        implements S3Operation, Operation<Buckets> {

    public record Response(Optional<Boolean> deleteMarker, Optional<String> versionId) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(
                buckets.access(
                        call,
                        versionId.isPresent() ? "s3:DeleteObjectVersion" : "s3:DeleteObject",
                        bucket,
                        key,
                        versionId,
                        Map.of()));
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        refuse("x-amz-if-match-last-modified-time", ifMatchLastModifiedTime);
        refuse("x-amz-if-match-size", ifMatchSize);
        var found = buckets.named(bucket, expectedBucketOwner);
        boolean bypasses =
                Locking.bypasses(buckets, call, found, key, versionId, bypassGovernanceRetention);
        var objects = buckets.objects(found);
        objects.checkVersionId(versionId);
        if (ifMatch.isPresent() && !ifMatch.get().equals("*")) {
            Preconditions.checkWrite(ifMatch, Optional.empty(), key, objects.current(key));
        } else if (ifMatch.isPresent() && objects.current(key).isEmpty()) {
            throw S3Errors.noSuchKey(key);
        }
        var deleted = Deletion.of(buckets, found, key, versionId, bypasses, call);
        return new Response(deleted.deleteMarker(), deleted.versionId());
    }

    private static void refuse(String header, Optional<Object> value) {
        if (value.isPresent()) {
            throw S3Errors.headerNotImplemented(header);
        }
    }
}
