package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.access.Acl;
import java.util.List;
import java.util.Optional;

/// Gives a bucket an ACL.
///
/// Source: [PutBucketAcl](https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAcl.html)
public record PutBucketAcl(
        Optional<String> acl,
        Optional<AclChange.Document> accessControlPolicy,
        String bucket,
        Optional<String> contentMD5,
        Optional<String> checksumAlgorithm,
        Optional<String> grantFullControl,
        Optional<String> grantRead,
        Optional<String> grantReadACP,
        Optional<String> grantWrite,
        Optional<String> grantWriteACP,
        Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets>, Acl.Wanted {

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(buckets.access(call, "s3:PutBucketAcl", bucket, Acls.keys(this)));
    }

    @Override
    public Done run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        var acl =
                AclChange.of(
                        this,
                        accessControlPolicy,
                        found,
                        buckets,
                        call,
                        "s3:PutBucketAcl",
                        found.arn());
        buckets.put(acl.isPrivate() ? found.without(Acl.class) : found.with(acl));
        return new Done();
    }
}
