package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.access.Acl;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives the ACL of an object.
///
/// Source: [GetObjectAcl](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAcl.html)
public record GetObjectAcl(
        String bucket,
        String key,
        Optional<String> versionId,
        Optional<String> requestPayer,
        Optional<String> expectedBucketOwner)
        implements S3Operation, Operation<Buckets> {

    public record Response(Owner owner, List<Acl.Grant> grants) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        return List.of(
                buckets.access(
                        call,
                        versionId.isPresent() ? "s3:GetObjectVersionAcl" : "s3:GetObjectAcl",
                        bucket,
                        key,
                        versionId,
                        Map.of()));
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        var found = buckets.named(bucket, expectedBucketOwner);
        var object = Versions.read(buckets, call, found, key, versionId, "GET");
        var acl = object.acl().orElseGet(() -> Acl.ofOwner(buckets.owner()));
        return new Response(new Owner(acl.owner()), acl.grants());
    }
}
