package groundschool.emulator.s3.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.access.Acl;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An ACL that is to take the place of another: given by headers or as a document, never by both.
public final class AclChange {

    private AclChange() {}

    /// @param grants absent if the document has none, which is no document
    public record Document(Optional<List<OneGrant>> grants, Optional<Someone> owner) {

        private Acl acl() {
            var all = grants.orElseThrow(S3Errors::malformedAcl);
            var whose = owner.flatMap(Someone::id).orElseThrow(S3Errors::malformedAcl);
            return new Acl(whose, all.stream().map(OneGrant::grant).toList());
        }
    }

    public record Someone(Optional<String> id, Optional<String> displayName) {}

    public record OneGrant(Optional<Acl.Grantee> grantee, Optional<String> permission) {

        private Acl.Grant grant() {
            return new Acl.Grant(
                    grantee.orElseThrow(S3Errors::malformedAcl),
                    permission.orElseThrow(S3Errors::malformedAcl));
        }
    }

    /// @param resource for the sentence that refuses
    /// @throws AwsException if the bucket does not take it, or it is none
    static Acl of(
            Acl.Wanted headers,
            Optional<Document> document,
            Bucket bucket,
            Buckets buckets,
            Call call,
            String action,
            String resource) {
        var wanted = headers.wantedAcl(buckets.owner());
        if (wanted.isPresent() && document.isPresent()) {
            throw new AwsException(
                    400, "UnexpectedContent", "This request does not support content");
        }
        if (wanted.isEmpty() && document.isEmpty()) {
            throw new AwsException(
                    400,
                    "MissingSecurityHeader",
                    "Your request was missing a required header",
                    Map.of("MissingHeaderName", "x-amz-acl"));
        }
        var acl = wanted.orElseGet(() -> document.orElseThrow().acl());
        if (document.isPresent()) {
            acl.check();
        }
        boolean isOwners = acl.isPrivate() && document.isPresent();
        if (!isOwners) {
            Acls.check(acl, headers.acl(), bucket, call, action, resource);
        }
        return acl;
    }
}
