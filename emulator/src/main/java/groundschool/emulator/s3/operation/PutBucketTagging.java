package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.Tag;
import java.util.List;
import java.util.Optional;

/// Gives a bucket labels, in the place of those that it has.
///
/// Source:
/// [PutBucketTagging](https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketTagging.html)
public record PutBucketTagging(
        String bucket,
        Optional<String> contentMD5,
        Optional<String> checksumAlgorithm,
        Tagging tagging,
        Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    public record Tagging(List<Tag> tagSet) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:PutBucketTagging", bucket));
    }

    @Override
    public Done run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        Tag.check(tagging.tagSet(), 50);
        buckets.put(found.with(new BucketTags(tagging.tagSet())));
        return new Done();
    }
}
