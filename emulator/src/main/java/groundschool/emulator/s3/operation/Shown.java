package groundschool.emulator.s3.operation;

import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.ObjectVersion;
import groundschool.emulator.s3.S3Errors;
import java.util.Optional;

/// What answers show of a version.
final class Shown {

    private Shown() {}

    /// Its id; nothing if its bucket has never kept versions.
    static Optional<String> versionId(ObjectVersion version, Bucket bucket) {
        return bucket.versioning() == Bucket.Versioning.NEVER
                ? Optional.empty()
                : Optional.of(version.versionId());
    }

    /// Where it is kept, if that is not the usual.
    static Optional<String> storageClass(ObjectVersion version) {
        return version.storageClass().equals("STANDARD")
                ? Optional.empty()
                : Optional.of(version.storageClass());
    }

    /// @throws groundschool.emulator.AwsException if it lies in an archive
    static void checkReadable(ObjectVersion version) {
        if (version.storageClass().equals("GLACIER")
                || version.storageClass().equals("DEEP_ARCHIVE")) {
            throw S3Errors.invalidObjectState(version.storageClass());
        }
    }
}
