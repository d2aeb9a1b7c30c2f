package groundschool.emulator.s3.operation;

import groundschool.emulator.Call;
import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.access.Acl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether a bucket takes an ACL.
final class Acls {

    private Acls() {}

    /// The ACL of an object that is being made; nothing if it is the owner's alone.
    ///
    /// @param action and resource, for the sentence that refuses
    static Optional<Acl> of(
            Acl.Wanted wanted,
            Bucket bucket,
            Buckets buckets,
            Call call,
            String action,
            String resource) {
        var acl = wanted.wantedAcl(buckets.owner());
        acl.ifPresent(each -> check(each, wanted.acl(), bucket, call, action, resource));
        return acl.filter(each -> bucket.hasAcls() && !each.isPrivate());
    }

    /// @throws groundschool.emulator.AwsException if the bucket takes no ACLs, or none that is
    ///   public
    static void check(
            Acl acl,
            Optional<String> canned,
            Bucket bucket,
            Call call,
            String action,
            String resource) {
        if (!bucket.hasAcls() && canned.filter("bucket-owner-full-control"::equals).isEmpty()) {
            throw S3Errors.aclsDisabled();
        }
        if (bucket.publicAccessBlock().blockPublicAcls() && acl.isPublic()) {
            throw S3Errors.accessDenied(
                    "User: %s is not authorized to perform: %s on resource: %s because public access control lists (ACLs) are blocked by the BlockPublicAcls block public access setting."
                            .formatted(call.principal().arn(), action, resource));
        }
    }

    /// What policies can test of an ACL that is asked for.
    static Map<String, List<String>> keys(Acl.Wanted wanted) {
        var keys = new HashMap<String, List<String>>();
        wanted.acl().ifPresent(name -> keys.put("s3:x-amz-acl", List.of(name)));
        wanted.grants().forEach((header, grantees) -> keys.put("s3:" + header, List.of(grantees)));
        return keys;
    }

    /// Whether an ACL is asked for.
    static boolean isAsked(Acl.Wanted wanted) {
        return wanted.acl().isPresent() || !wanted.grants().isEmpty();
    }
}
