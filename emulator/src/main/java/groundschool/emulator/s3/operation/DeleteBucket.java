package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import java.util.List;
import java.util.Optional;

/// Removes an empty bucket, with the uploads that are under way in it.
///
/// Source: [DeleteBucket](https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html)
public record DeleteBucket(String bucket, Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:DeleteBucket", bucket));
    }

    @Override
    public Done run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        if (!buckets.objects(found).isEmpty()) {
            throw S3Errors.notEmpty(bucket, found.versioning() != Bucket.Versioning.NEVER);
        }
        buckets.remove(found);
        return new Done();
    }
}
