package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.object.DefaultEncryption;
import java.util.List;
import java.util.Optional;

/// Has objects encrypted with the keys of S3 again that come without a word about it.
///
/// Source:
/// [DeleteBucketEncryption](https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketEncryption.html)
public record DeleteBucketEncryption(String bucket, Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:PutEncryptionConfiguration", bucket));
    }

    @Override
    public Done run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        buckets.put(found.without(DefaultEncryption.class));
        return new Done();
    }
}
