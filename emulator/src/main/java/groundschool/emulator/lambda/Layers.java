package groundschool.emulator.lambda;

import groundschool.emulator.lambda.function.Code;
import groundschool.emulator.lambda.function.LayerVersion;
import groundschool.emulator.lambda.function.Statements;
import groundschool.emulator.sandbox.Sandbox;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The layers of one sandbox, in all Regions.
public final class Layers {

    private static final Pattern VERSION_ARN =
            Pattern.compile("arn:aws[a-zA-Z-]*:lambda:([a-z0-9-]+):(\\d{12}):layer:([^:]+):(\\d+)");

    private final Sandbox sandbox;
    private final Kept<LayerVersion> versions;

    /// How many versions a layer has had; numbers are not used again.
    private final Kept<Long> counts;

    private final Kept<Statements> statements;

    Layers(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.versions = new Kept<>("layers", LayerVersion.class, sandbox.storage());
        this.counts = new Kept<>("layer-counts", Long.class, sandbox.storage());
        this.statements = new Kept<>("layer-policies", Statements.class, sandbox.storage());
    }

    /// The policies, by Region, layer and version.
    public Kept<Statements> statements() {
        return statements;
    }

    /// A version's number, as the part of a path that sorts.
    public static String padded(long number) {
        return String.format("%010d", number);
    }

    public Optional<LayerVersion> find(String region, String layer, long version) {
        return versions.get(region, layer, padded(version));
    }

    /// The version that an ARN names; nothing if it is in another account.
    public Optional<LayerVersion> find(String arn) {
        var parts = VERSION_ARN.matcher(arn);
        return parts.matches() && sandbox.account().equals(parts.group(2))
                ? find(
                        String.valueOf(parts.group(1)),
                        String.valueOf(parts.group(3)),
                        Long.parseLong(parts.group(4)))
                : Optional.empty();
    }

    /// The versions of a layer, the oldest first.
    public Stream<LayerVersion> versions(String region, String layer) {
        return versions.below(region, layer);
    }

    /// All versions of all layers of a Region.
    public Stream<LayerVersion> in(String region) {
        return versions.below(region);
    }

    /// The number of a layer's next version.
    public long next(String region, String layer) {
        long number = counts.get(region, layer).orElse(0L) + 1;
        counts.put(number, region, layer);
        return number;
    }

    public Code keep(byte[] zip) {
        return new Code(sandbox.blobs().put(zip), zip.length);
    }

    public void put(LayerVersion version, String region) {
        versions.put(version, region, version.layer(), padded(version.version()));
        sandbox.blobs().need(version.code().blob(), owner(version, region));
    }

    public void remove(LayerVersion version, String region) {
        versions.remove(region, version.layer(), padded(version.version()));
        statements.remove(region, version.layer(), padded(version.version()));
        sandbox.blobs().release(version.code().blob(), owner(version, region));
    }

    long codeBytes(String region) {
        return in(region).mapToLong(each -> each.code().size()).sum();
    }

    Optional<String> policyOf(String region, String layer, String version) {
        return FunctionReference.isNumber(version)
                ? statements
                        .get(region, layer, padded(Long.parseLong(version)))
                        .map(Statements::document)
                : Optional.empty();
    }

    private static String owner(LayerVersion version, String region) {
        return "layer/%s/%s/%d".formatted(region, version.layer(), version.version());
    }
}
