package groundschool.emulator.s3;

import groundschool.emulator.s3.access.Acl;
import groundschool.emulator.s3.access.ObjectOwnership;
import groundschool.emulator.s3.access.PublicAccessBlockConfiguration;
import groundschool.emulator.sandbox.JsonFormat;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A bucket, without what is in it.
///
/// @param id unlike the name, no other bucket ever has it
/// @param region where it is
/// @param settings by the name of their type, as JSON
public record Bucket(
        String name,
        String id,
        String region,
        Instant createdAt,
        Versioning versioning,
        Map<String, JsonNode> settings) {

    private static final JsonMapper MAPPER = JsonFormat.mapper(new JacksonModule[0]);
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");

    public Bucket {
        settings = Map.copyOf(settings);
    }

    /// Whether what is overwritten or deleted is kept.
    public enum Versioning {
        /// It never was.
        NEVER,
        ENABLED,
        SUSPENDED
    }

    /// A new bucket, closed to the public, without ACLs, as AWS makes them since April 2023.
    public static Bucket fresh(String name, String id, String region, Instant now) {
        return new Bucket(name, id, region, now, Versioning.NEVER, Map.of())
                .with(PublicAccessBlockConfiguration.ALL)
                .with(new ObjectOwnership(ObjectOwnership.ENFORCED));
    }

    /// Whether a text may be a bucket's name.
    ///
    /// Source: [Bucket naming
    /// rules](https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html)
    public static boolean isName(String name) {
        return NAME.matcher(name).matches()
                && !name.contains("..")
                && !name.contains(".-")
                && !name.contains("-.")
                && !ADDRESS.matcher(name).matches()
                && !name.startsWith("xn--")
                && !name.startsWith("sthree-")
                && !name.startsWith("amzn-s3-demo-")
                && !name.endsWith("-s3alias")
                && !name.endsWith("--ol-s3")
                && !name.endsWith(".mrap")
                && !name.endsWith("--x-s3")
                && !name.endsWith("--table-s3");
    }

    public String arn() {
        return "arn:aws:s3:::" + name;
    }

    /// The setting of that type, if it has been made.
    public <T> Optional<T> setting(Class<T> type) {
        return Optional.ofNullable(settings.get(type.getSimpleName()))
                .map(json -> MAPPER.treeToValue(json, type));
    }

    /// The same with a setting.
    public Bucket with(Object setting) {
        var more = new HashMap<>(settings);
        more.put(setting.getClass().getSimpleName(), MAPPER.valueToTree(setting));
        return new Bucket(name, id, region, createdAt, versioning, more);
    }

    /// The same without a setting.
    public Bucket without(Class<?> type) {
        var fewer = new HashMap<>(settings);
        fewer.remove(type.getSimpleName());
        return new Bucket(name, id, region, createdAt, versioning, fewer);
    }

    public Bucket with(Versioning other) {
        return new Bucket(name, id, region, createdAt, other, settings);
    }

    public PublicAccessBlockConfiguration publicAccessBlock() {
        return setting(PublicAccessBlockConfiguration.class)
                .orElse(PublicAccessBlockConfiguration.NONE);
    }

    /// Whether ACLs count.
    public boolean hasAcls() {
        return !ownership().equals(ObjectOwnership.ENFORCED);
    }

    /// Who owns what others put into it.
    public String ownership() {
        return setting(ObjectOwnership.class)
                .map(ObjectOwnership::rule)
                .orElse(ObjectOwnership.WRITER);
    }

    public Optional<String> policy() {
        return setting(BucketPolicy.class).map(BucketPolicy::document);
    }

    /// @param owner the canonical id of the account
    public Acl acl(String owner) {
        return setting(Acl.class).orElseGet(() -> Acl.ofOwner(owner));
    }

    /// A bucket's policy.
    public record BucketPolicy(String document) {}
}
