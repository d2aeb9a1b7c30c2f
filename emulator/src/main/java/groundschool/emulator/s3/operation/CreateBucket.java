package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.Tag;
import groundschool.emulator.s3.access.Acl;
import groundschool.emulator.s3.access.ObjectOwnership;
import groundschool.emulator.s3.lock.LockConfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes a bucket.
///
/// Unlike AWS, a name is taken only within the sandbox.
///
/// Source: [CreateBucket](https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html)
public record CreateBucket(
        Optional<String> acl,
        String bucket,
        Optional<Configuration> createBucketConfiguration,
        Optional<String> grantFullControl,
        Optional<String> grantRead,
        Optional<String> grantReadACP,
        Optional<String> grantWrite,
        Optional<String> grantWriteACP,
        Optional<Boolean> objectLockEnabledForBucket,
        Optional<String> objectOwnership,
        Optional<Object> bucketNamespace)
        implements S3Operation, Operation<Buckets>, Acl.Wanted {

    private static final Set<String> OWNERSHIPS =
            Set.of(ObjectOwnership.ENFORCED, ObjectOwnership.PREFERRED, ObjectOwnership.WRITER);

    /// @param location and `bucket` are of directory buckets only
    public record Configuration(
            Optional<String> locationConstraint,
            Optional<Object> location,
            Optional<Object> bucket,
            Optional<List<Tag>> tags) {}

    public record Response(String location, String bucketArn) {}

    @Override
    public List<Access> access(Buckets buckets, Call call) {
        var keys = new HashMap<>(Acls.keys(this));
        createBucketConfiguration
                .flatMap(Configuration::locationConstraint)
                .ifPresent(location -> keys.put("s3:LocationConstraint", List.of(location)));
        objectOwnership.ifPresent(rule -> keys.put("s3:x-amz-object-ownership", List.of(rule)));
        var actions =
                isLocked()
                        ? List.of(
                                "s3:CreateBucket",
                                "s3:PutBucketObjectLockConfiguration",
                                "s3:PutBucketVersioning")
                        : List.of("s3:CreateBucket");
        return actions.stream()
                .map(action -> new Access(action, "arn:aws:s3:::" + bucket, keys))
                .toList();
    }

    private boolean isLocked() {
        return objectLockEnabledForBucket.orElse(false);
    }

    @Override
    public Response run(Buckets buckets, Call call) {
        Refused.all(
                "x-amz-bucket-namespace",
                bucketNamespace,
                "Location",
                createBucketConfiguration.flatMap(Configuration::location),
                "Bucket",
                createBucketConfiguration.flatMap(Configuration::bucket));
        if (!Bucket.isName(bucket)) {
            throw S3Errors.invalidBucketName(bucket);
        }
        objectOwnership
                .filter(rule -> !OWNERSHIPS.contains(rule))
                .ifPresent(rule -> {
                    throw S3Errors.invalidArgument(
                            "Invalid x-amz-object-ownership header: " + rule,
                            "x-amz-object-ownership");
                });
        var region =
                Locations.of(
                        createBucketConfiguration.flatMap(Configuration::locationConstraint),
                        call.region());
        var known = buckets.find(bucket);
        if (known.isPresent()) {
            if (!call.region().equals(Locations.HOME)
                    || !known.get().region().equals(Locations.HOME)) {
                throw S3Errors.alreadyOwned(bucket);
            }
            return answer(known.get());
        }
        return answer(make(buckets, call, region));
    }

    private Bucket make(Buckets buckets, Call call, String region) {
        var fresh =
                Bucket.fresh(bucket, Ids.of(24, call.random()), region, call.now())
                        .with(
                                new ObjectOwnership(
                                        objectOwnership.orElse(ObjectOwnership.ENFORCED)));
        var wanted = wantedAcl(buckets.owner());
        if (wanted.isPresent() && !wanted.get().isPrivate()) {
            if (!fresh.hasAcls()) {
                throw new AwsException(
                        400,
                        "InvalidBucketAclWithObjectOwnership",
                        "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting");
            }
            Acls.check(wanted.get(), acl, fresh, call, "s3:CreateBucket", fresh.arn());
            fresh = fresh.with(wanted.get());
        }
        var tags = createBucketConfiguration.flatMap(Configuration::tags);
        if (tags.isPresent()) {
            Tag.check(tags.get(), 50);
            fresh = fresh.with(new BucketTags(tags.get()));
        }
        var old = createBucketConfiguration.flatMap(Configuration::locationConstraint);
        if (old.filter(OldLocation.EU::equals).isPresent()) {
            fresh = fresh.with(new OldLocation(OldLocation.EU));
        }
        if (isLocked()) {
            fresh =
                    fresh.with(Bucket.Versioning.ENABLED)
                            .with(
                                    new LockConfiguration(
                                            LockConfiguration.ENABLED, Optional.empty()));
        }
        buckets.add(fresh);
        return fresh;
    }

    private Response answer(Bucket made) {
        return new Response(
                made.region().equals(Locations.HOME)
                        ? "/" + bucket
                        : "http://%s.s3.amazonaws.com/".formatted(bucket),
                made.arn());
    }
}
