package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes the labels of an object away.
///
/// Source:
/// [DeleteObjectTagging](https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectTagging.html)
public record DeleteObjectTagging(
        String bucket, String key, Optional<String> versionId, Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    public record Response(Optional<String> versionId) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(
                buckets.access(
                        call,
                        versionId.isPresent()
                                ? "s3:DeleteObjectVersionTagging"
                                : "s3:DeleteObjectTagging",
                        bucket,
                        key,
                        versionId,
                        Map.of()));
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        var objects = buckets.objects(found);
        var object = Versions.read(buckets, call, found, key, versionId, "PUT");
        var bare = object.withTags(List.of());
        objects.put(bare);
        buckets.changed("ObjectTagging:Delete", bare, found, call);
        return new Response(Shown.versionId(object, found));
    }
}
