package groundschool.emulator.s3.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.ObjectVersion;
import java.util.Optional;

/// Finds the version that a request is about.
final class Versions {

    private Versions() {}

    /// @param method by which errors call what was tried
    /// @throws AwsException if there is none; whoever may not list the bucket is not told
    static ObjectVersion read(
            Buckets buckets,
            Call call,
            Bucket bucket,
            String key,
            Optional<String> versionId,
            String method) {
        try {
            return buckets.objects(bucket).read(key, versionId, method);
        } catch (AwsException refusal) {
            throw buckets.missing(call, bucket.name(), refusal);
        }
    }
}
