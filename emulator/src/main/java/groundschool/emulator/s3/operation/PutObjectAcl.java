package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.access.Acl;
import java.util.List;
import java.util.Optional;

/// Gives an object an ACL.
///
/// Source: [PutObjectAcl](https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectAcl.html)
public record PutObjectAcl(
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
        String key,
        Optional<String> requestPayer,
        Optional<String> versionId,
        Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets>, Acl.Wanted {

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(
                buckets.access(
                        call,
                        versionId.isPresent() ? "s3:PutObjectVersionAcl" : "s3:PutObjectAcl",
                        bucket,
                        key,
                        versionId,
                        Acls.keys(this)));
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
                        "s3:PutObjectAcl",
                        found.arn() + "/" + key);
        var object = Versions.read(buckets, call, found, key, versionId, "PUT");
        var changed = object.withAcl(acl);
        buckets.objects(found).put(changed);
        buckets.changed("ObjectAcl:Put", changed, found, call);
        return new Done();
    }
}
