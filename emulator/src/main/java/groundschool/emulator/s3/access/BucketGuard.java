package groundschool.emulator.s3.access;

import groundschool.emulator.Principal;
import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.ObjectVersion;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a bucket itself says of who may what, as one policy: its policy, and what its ACL and an
/// object's let everybody do, as far as its block of public access lets them count.
///
/// Source: [How Amazon S3 authorizes a
/// request](https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-s3-evaluates-access-control.html)
public final class BucketGuard {

    private BucketGuard() {}

    /// @param key of the object that is asked for; absent if the bucket itself is
    /// @param object that is touched; absent if there is none
    /// @param asking whoever asks
    /// @return a policy document; nothing if the bucket says nothing
    public static Optional<String> of(
            Bucket bucket,
            Optional<String> key,
            Optional<ObjectVersion> object,
            Principal asking,
            String owner) {
        var whole = JsonMapper.shared().createObjectNode().put("Version", "2012-10-17");
        var statements = whole.putArray("Statement");
        bucket.policy()
                .ifPresent(document -> addPolicy(bucket, document, asking, whole, statements));
        if (bucket.hasAcls() && !bucket.publicAccessBlock().ignorePublicAcls()) {
            var acl = bucket.acl(owner);
            addAcl(
                    acl,
                    List.of(bucket.arn(), bucket.arn() + "/*"),
                    BucketGuard::onBucket,
                    statements);
            key.map(name -> List.of(bucket.arn() + "/" + escaped(name)))
                    .ifPresent(arn ->
                            addAcl(
                                    object.isEmpty()
                                            ? acl
                                            : object.get()
                                                    .acl()
                                                    .orElseGet(() -> Acl.ofOwner(owner)),
                                    arn,
                                    object.isEmpty()
                                            ? BucketGuard::onMissing
                                            : BucketGuard::onObject,
                                    statements));
        }
        return statements.isEmpty() ? Optional.empty() : Optional.of(whole.toString());
    }

    /// A policy that lets the public in lets in nobody but the account and AWS's services, if the
    /// bucket is so restricted.
    private static void addPolicy(
            Bucket bucket,
            String document,
            Principal asking,
            ObjectNode whole,
            ArrayNode statements) {
        boolean isStranger = asking instanceof Principal.Anonymous;
        if (isStranger
                && bucket.publicAccessBlock().restrictPublicBuckets()
                && PublicPolicy.is(document)) {
            return;
        }
        var policy = JsonMapper.shared().readTree(document);
        policy.path("Version").asOptional().ifPresent(version -> whole.set("Version", version));
        var own = policy.path("Statement");
        if (own.isArray()) {
            own.forEach(statements::add);
        } else {
            statements.add(own);
        }
    }

    private static void addAcl(
            Acl acl,
            List<String> arns,
            Function<String, List<String>> actions,
            ArrayNode statements) {
        add(acl.of(Acl.ALL_USERS), arns, actions, statements);
        if (!acl.of(Acl.AUTHENTICATED).isEmpty()) {
            var statement = add(acl.of(Acl.AUTHENTICATED), arns, actions, statements);
            statement.putObject("Condition").putObject("Null").put("aws:PrincipalAccount", "false");
        }
    }

    private static ObjectNode add(
            List<String> permissions,
            List<String> arns,
            Function<String, List<String>> actionsOf,
            ArrayNode statements) {
        var actions = new TreeSet<String>();
        permissions.forEach(each -> actions.addAll(actionsOf.apply(each)));
        if (actions.isEmpty()) {
            return JsonMapper.shared().createObjectNode();
        }
        var statement = statements.addObject().put("Effect", "Allow").put("Principal", "*");
        var list = statement.putArray("Action");
        actions.forEach(list::add);
        var resources = statement.putArray("Resource");
        arns.forEach(resources::add);
        return statement;
    }

    private static List<String> onBucket(String permission) {
        return switch (permission) {
            case "READ" ->
                    List.of(
                            "s3:ListBucket",
                            "s3:ListBucketVersions",
                            "s3:ListBucketMultipartUploads");
            case "WRITE" -> List.of("s3:PutObject", "s3:DeleteObject");
            case "READ_ACP" -> List.of("s3:GetBucketAcl");
            case "WRITE_ACP" -> List.of("s3:PutBucketAcl");
            case "FULL_CONTROL" ->
                    List.of("READ", "WRITE", "READ_ACP", "WRITE_ACP").stream()
                            .flatMap(each -> onBucket(each).stream())
                            .toList();
            default -> List.of();
        };
    }

    /// Of an object that is not there, whoever may list the bucket is told so, and whoever may
    /// write into the bucket may say what the new object's ACL and tags are.
    private static List<String> onMissing(String permission) {
        return switch (permission) {
            case "READ" -> List.of("s3:GetObject", "s3:GetObjectVersion");
            case "WRITE" -> List.of("s3:PutObjectAcl", "s3:PutObjectTagging");
            case "FULL_CONTROL" ->
                    List.of("READ", "WRITE").stream()
                            .flatMap(each -> onMissing(each).stream())
                            .toList();
            default -> List.of();
        };
    }

    private static List<String> onObject(String permission) {
        return switch (permission) {
            case "READ" -> List.of("s3:GetObject", "s3:GetObjectVersion");
            case "READ_ACP" -> List.of("s3:GetObjectAcl", "s3:GetObjectVersionAcl");
            case "WRITE_ACP" -> List.of("s3:PutObjectAcl", "s3:PutObjectVersionAcl");
            case "FULL_CONTROL" ->
                    List.of("READ", "READ_ACP", "WRITE_ACP").stream()
                            .flatMap(each -> onObject(each).stream())
                            .toList();
            default -> List.of();
        };
    }

    /// What policies would take for a pattern.
    private static String escaped(String key) {
        return key.replace("$", "${$}").replace("*", "${*}").replace("?", "${?}");
    }
}
