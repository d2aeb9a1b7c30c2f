package groundschool.emulator.s3.operation;

import groundschool.emulator.Call;
import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.ObjectVersion;
import java.util.Optional;

/// What came of a deletion.
///
/// @param deleteMarker whether a mark was made or removed
/// @param versionId of the mark that was made, or of the version that was removed
record Deletion(Optional<Boolean> deleteMarker, Optional<String> versionId) {

    private static final Deletion NOTHING = new Deletion(Optional.empty(), Optional.empty());

    /// Deletes an object, or a version of it.
    ///
    /// @param bypasses whether the caller may get past governance
    static Deletion of(
            Buckets buckets,
            Bucket bucket,
            String key,
            Optional<String> versionId,
            boolean bypasses,
            Call call) {
        var objects = buckets.objects(bucket);
        if (versionId.isPresent()) {
            var version = objects.peek(key, versionId);
            if (version.isEmpty()) {
                return bucket.versioning() == Bucket.Versioning.NEVER
                        ? NOTHING
                        : new Deletion(Optional.empty(), versionId);
            }
            Locking.checkRemovable(version.get(), call.now(), bypasses);
            objects.remove(version.get());
            buckets.happened("ObjectRemoved:Delete", version.get(), bucket, call);
            return new Deletion(
                    version.get().isDeleteMarker() ? Optional.of(true) : Optional.empty(),
                    Shown.versionId(version.get(), bucket));
        }
        if (bucket.versioning() == Bucket.Versioning.NEVER) {
            objects.peek(key, Optional.of(ObjectVersion.NULL))
                    .ifPresent(version -> {
                        objects.remove(version);
                        buckets.happened("ObjectRemoved:Delete", version, bucket, call);
                    });
            return NOTHING;
        }
        var marker = objects.mark(key, call.now(), call.random());
        buckets.happened("ObjectRemoved:DeleteMarkerCreated", marker, bucket, call);
        return new Deletion(Optional.of(true), Optional.of(marker.versionId()));
    }
}
