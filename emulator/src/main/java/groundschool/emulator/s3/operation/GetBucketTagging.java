package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.Tag;
import java.util.List;
import java.util.Optional;

/// Gives the labels of a bucket.
///
/// Source:
/// [GetBucketTagging](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketTagging.html)
public record GetBucketTagging(String bucket, Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    public record Response(List<Tag> tagSet) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:GetBucketTagging", bucket));
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        return found.setting(BucketTags.class)
                .map(set -> new Response(set.tags()))
                .orElseThrow(() ->
                        S3Errors.noConfiguration(
                                "NoSuchTagSet", "The TagSet does not exist", bucket));
    }
}
