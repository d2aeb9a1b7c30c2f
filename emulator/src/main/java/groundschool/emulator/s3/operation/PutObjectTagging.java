package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives an object labels, in the place of those that it has.
///
/// Source:
/// [PutObjectTagging](https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html)
public record PutObjectTagging(
        String bucket,
        String key,
        Optional<String> versionId,
        Optional<String> contentMD5,
        Optional<String> checksumAlgorithm,
        Tagging tagging,
        Optional<String> expectedBucketOwner,
        Optional<Object> requestPayer)
        implements S3Operation, Operation<Buckets> {

    public record Tagging(List<Tag> tagSet) {}

    public record Response(Optional<String> versionId) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(
                buckets.access(
                        call,
                        versionId.isPresent()
                                ? "s3:PutObjectVersionTagging"
                                : "s3:PutObjectTagging",
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
        Tag.check(tagging.tagSet(), 10);
        var tagged = object.withTags(tagging.tagSet());
        objects.put(tagged);
        buckets.changed("ObjectTagging:Put", tagged, found, call);
        return new Response(Shown.versionId(object, found));
    }
}
