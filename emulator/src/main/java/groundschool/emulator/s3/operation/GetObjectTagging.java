package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives the labels of an object.
///
/// Source:
/// [GetObjectTagging](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTagging.html)
public record GetObjectTagging(
        String bucket,
        String key,
        Optional<String> versionId,
        Optional<String> expectedBucketOwner,
        Optional<Object> requestPayer)
        implements S3Operation, Operation<Buckets> {

    public record Response(Optional<String> versionId, List<Tag> tagSet) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(
                buckets.access(
                        call,
                        versionId.isPresent()
                                ? "s3:GetObjectVersionTagging"
                                : "s3:GetObjectTagging",
                        bucket,
                        key,
                        versionId,
                        Map.of()));
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        var objects = buckets.objects(found);
        var object = Versions.read(buckets, call, found, key, versionId, "GET");
        return new Response(Shown.versionId(object, objects.bucket()), object.tags());
    }
}
