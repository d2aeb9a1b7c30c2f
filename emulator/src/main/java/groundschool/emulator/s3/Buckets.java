package groundschool.emulator.s3;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import groundschool.emulator.s3.access.BucketGuard;
import groundschool.emulator.s3.event.Events;
import groundschool.emulator.s3.object.ChecksumAlgorithm;
import groundschool.emulator.sandbox.Blobs;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.StoredMap;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The buckets of a sandbox.
public final class Buckets {

    private static final int MOST_BUCKETS = 1000;

    private final Sandbox sandbox;
    private final StoredMap<Bucket> buckets;
    private final Events events;
    private final Lifecycles lifecycles;

    Buckets(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.buckets = sandbox.storage().map("s3/buckets", new JsonFormat<>(Bucket.class));
        this.events = new Events(sandbox, this);
        this.lifecycles = new Lifecycles(sandbox, this);
    }

    void wake() {
        lifecycles.wake();
    }

    /// What buckets tell others of what happens in them.
    public Events events() {
        return events;
    }

    /// What becomes of objects by themselves.
    public Lifecycles lifecycles() {
        return lifecycles;
    }

    /// Where the bytes of objects are.
    public Blobs blobs() {
        return sandbox.blobs();
    }

    /// The canonical id of the account, which owns all of its buckets.
    public String owner() {
        var name = ("canonical " + sandbox.account()).getBytes(StandardCharsets.UTF_8);
        var hash = ChecksumAlgorithm.SHA256.begin();
        hash.update(name, 0, name.length);
        return HexFormat.of().formatHex(hash.value());
    }

    /// All of them, by name.
    public Stream<Bucket> all() {
        return buckets.ascending().map(Map.Entry::getValue);
    }

    public Optional<Bucket> find(String name) {
        return buckets.get(Key.of(name));
    }

    /// The bucket of that name.
    ///
    /// @throws AwsException if there is none
    public Bucket named(String name) {
        return find(name).orElseThrow(() -> S3Errors.noSuchBucket(name));
    }

    /// The bucket of that name, for a request that says whose it should be.
    ///
    /// @throws AwsException if there is none, or it is somebody else's
    public Bucket named(String name, Optional<String> expectedOwner) {
        expectedOwner.ifPresent(account -> {
            if (!account.matches("[0-9]{12}")) {
                throw new AwsException(
                        400,
                        "InvalidBucketOwnerAWSAccountID",
                        "The value of the expected bucket owner parameter must be an AWS Account ID... [%s]"
                                .formatted(account));
            }
        });
        var bucket = named(name);
        expectedOwner
                .filter(account -> !account.equals(sandbox.account()))
                .ifPresent(_ -> {
                    throw S3Errors.accessDenied();
                });
        return bucket;
    }

    /// Adds a bucket, which requests without a signature find by its name from now on.
    ///
    /// @throws AwsException if there are too many
    public void add(Bucket bucket) {
        if (buckets.size() >= MOST_BUCKETS) {
            throw S3Errors.tooManyBuckets();
        }
        sandbox.keys().claim(S3.claim(bucket.name()));
        put(bucket);
    }

    /// Saves a bucket's settings.
    public void put(Bucket bucket) {
        buckets.put(Key.of(bucket.name()), bucket);
    }

    /// Removes an empty bucket.
    public void remove(Bucket bucket) {
        buckets.remove(Key.of(bucket.name()));
        uploads(bucket).drop();
        objects(bucket).drop();
    }

    /// What is in a bucket.
    public Objects objects(Bucket bucket) {
        return new Objects(bucket, sandbox.storage(), sandbox.blobs());
    }

    /// What is on its way into a bucket, part by part.
    public Uploads uploads(Bucket bucket) {
        return new Uploads(bucket, sandbox.storage(), sandbox.blobs());
    }

    /// Tells whoever the bucket is to tell that something has happened to an object.
    ///
    /// @param event such as `ObjectCreated:Put`
    public void happened(String event, ObjectVersion object, Bucket bucket, Call call) {
        uploads(bucket).overtake(object.key());
        events.happened(event, object, bucket, Events.Cause.of(call));
    }

    /// The same of something that does not touch the object's bytes.
    public void changed(String event, ObjectVersion object, Bucket bucket, Call call) {
        events.happened(event, object, bucket, Events.Cause.of(call));
    }

    /// When an object will expire, and by which rule, as answers say it; nothing if it will not.
    public Optional<String> expiration(ObjectVersion object, Bucket bucket) {
        return lifecycles.expiration(object, bucket);
    }

    /// A question to IAM about a bucket.
    public Access access(
            Call call, String action, String bucket, Map<String, List<String>> conditions) {
        var access = new Access(action, "arn:aws:s3:::" + bucket, conditions);
        return find(bucket)
                .flatMap(found ->
                        BucketGuard.of(
                                found,
                                Optional.empty(),
                                Optional.empty(),
                                call.principal(),
                                owner()))
                .map(access::guardedBy)
                .orElse(access);
    }

    /// A question to IAM about a bucket that policies can test nothing of.
    public Access access(Call call, String action, String bucket) {
        return access(call, action, bucket, Map.of());
    }

    /// A question to IAM about an object.
    ///
    /// @param versionId of the version; absent for the newest
    public Access access(
            Call call,
            String action,
            String bucket,
            String key,
            Optional<String> versionId,
            Map<String, List<String>> conditions) {
        var found = find(bucket);
        var object = found.flatMap(each -> objects(each).peek(key, versionId));
        var keys = new HashMap<>(conditions);
        versionId.ifPresent(id -> keys.put("s3:VersionId", List.of(id)));
        object.ifPresent(version ->
                version.tags()
                        .forEach(tag ->
                                keys.put(
                                        "s3:ExistingObjectTag/" + tag.key(),
                                        List.of(tag.value()))));
        var access = new Access(action, "arn:aws:s3:::" + bucket + "/" + key, keys);
        return found.flatMap(each ->
                        BucketGuard.of(each, Optional.of(key), object, call.principal(), owner()))
                .map(access::guardedBy)
                .orElse(access);
    }

    /// A question to IAM about the newest version of an object.
    public Access access(Call call, String action, String bucket, String key) {
        return access(call, action, bucket, key, Optional.empty(), Map.of());
    }

    /// What is said of an object that is not there: whoever may not list the bucket is not told.
    ///
    /// Source: [GetObject,
    /// permissions](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html)
    public AwsException missing(Call call, String bucket, AwsException refusal) {
        var isMissing =
                refusal.code().equals("NoSuchKey") || refusal.code().equals("NoSuchVersion");
        if (!isMissing || call.as(call.principal()).may(access(call, "s3:ListBucket", bucket))) {
            return refusal;
        }
        return S3Errors.accessDenied(
                call.principal() instanceof Principal.Anonymous
                        ? "Access Denied"
                        : "User: %s is not authorized to perform: s3:ListBucket on resource: arn:aws:s3:::%s because no identity-based policy allows the s3:ListBucket action"
                                .formatted(call.principal().arn(), bucket));
    }
}
