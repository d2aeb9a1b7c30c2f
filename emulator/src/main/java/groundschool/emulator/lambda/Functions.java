package groundschool.emulator.lambda;

import groundschool.emulator.Call;
import groundschool.emulator.lambda.function.Alias;
import groundschool.emulator.lambda.function.Code;
import groundschool.emulator.lambda.function.EventInvoking;
import groundschool.emulator.lambda.function.Function;
import groundschool.emulator.lambda.function.FunctionVersion;
import groundschool.emulator.lambda.function.RuntimeManagement;
import groundschool.emulator.lambda.function.Statements;
import groundschool.emulator.lambda.mapping.Mapping;
import groundschool.emulator.lambda.mapping.Mappings;
import groundschool.emulator.lambda.runtime.Runtimes;
import groundschool.emulator.sandbox.Sandbox;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The functions of one sandbox, in all Regions, and what belongs to them.
public final class Functions {

    private final Sandbox sandbox;
    private final Kept<Function> functions;
    private final Kept<FunctionVersion> versions;
    private final Kept<Alias> aliases;
    private final Kept<Statements> statements;
    private final Kept<EventInvoking> eventInvoking;
    private final Kept<String> loops;
    private final Kept<RuntimeManagement> runtimeManagement;
    private final FunctionUrls urls;
    private final ProvisionedConcurrency provisioned;
    private final Layers layers;
    private final Events events;
    private final Runner runner;
    private final Mappings mappings;

    Functions(Sandbox sandbox, Runtimes runtimes, Lambda service) {
        var storage = sandbox.storage();
        this.sandbox = sandbox;
        this.functions = new Kept<>("functions", Function.class, storage);
        this.versions = new Kept<>("versions", FunctionVersion.class, storage);
        this.aliases = new Kept<>("aliases", Alias.class, storage);
        this.statements = new Kept<>("policies", Statements.class, storage);
        this.eventInvoking = new Kept<>("event-invoking", EventInvoking.class, storage);
        this.loops = new Kept<>("loops", String.class, storage);
        this.runtimeManagement = new Kept<>("runtime-management", RuntimeManagement.class, storage);
        this.provisioned = new ProvisionedConcurrency(sandbox, service);
        this.urls = new FunctionUrls(sandbox);
        this.layers = new Layers(sandbox);
        this.runner = new Runner(sandbox, runtimes);
        this.events = new Events(sandbox, service);
        this.mappings =
                new Mappings(
                        sandbox,
                        new Kept<>("mappings", Mapping.class, storage),
                        storage,
                        body -> storage.transition(() -> body.apply(sandbox.state(service))));
    }

    public Layers layers() {
        return layers;
    }

    /// The functions that may invoke themselves without end, by Region and name.
    public Kept<String> loops() {
        return loops;
    }

    /// When runtimes may be updated, by Region, function and version, where it was said.
    public Kept<RuntimeManagement> runtimeManagement() {
        return runtimeManagement;
    }

    /// Environments that are initialized before they are needed.
    public ProvisionedConcurrency provisioned() {
        return provisioned;
    }

    /// The names of their own at which functions answer.
    public FunctionUrls urls() {
        return urls;
    }

    /// Asynchronous invocations that wait.
    public Events events() {
        return events;
    }

    /// What feeds functions with the records of streams.
    public Mappings mappings() {
        return mappings;
    }

    /// What runs functions.
    public Runner runner() {
        return runner;
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /// What asynchronous invocations are set to, by Region, function and qualifier.
    public Kept<EventInvoking> eventInvoking() {
        return eventInvoking;
    }

    /// The aliases, by Region, function and name.
    public Kept<Alias> aliases() {
        return aliases;
    }

    /// The policies, by Region, function and qualifier, which is empty for the function itself.
    public Kept<Statements> statements() {
        return statements;
    }

    /// A new revision id.
    public String revision(Call call) {
        return new UUID(call.random().nextLong(), call.random().nextLong()).toString();
    }

    /// The revision id of a function's newest version, of another one or of an alias.
    public Optional<String> revisionId(FunctionReference reference) {
        return isAlias(reference)
                ? alias(reference).map(Alias::revisionId)
                : findVersion(reference).map(FunctionVersion::revisionId);
    }

    /// Gives a function's newest version, another one or an alias another revision id, as a change
    /// of its policy does.
    public void revise(FunctionReference reference, String revisionId) {
        var region = reference.region();
        if (isAlias(reference)) {
            alias(reference)
                    .ifPresent(alias ->
                            aliases.put(
                                    alias.revised(revisionId),
                                    region,
                                    alias.function(),
                                    alias.name()));
            return;
        }
        findVersion(reference)
                .map(version -> version.revised(revisionId))
                .ifPresent(version -> {
                    if (version.version().equals(FunctionVersion.LATEST)) {
                        put(function(reference).with(version), region);
                    } else {
                        putVersion(version, region);
                    }
                });
    }

    private static boolean isAlias(FunctionReference reference) {
        return reference
                .qualifier()
                .filter(qualifier ->
                        !qualifier.equals(FunctionVersion.LATEST)
                                && !FunctionReference.isNumber(qualifier))
                .isPresent();
    }

    private Optional<Alias> alias(FunctionReference reference) {
        return reference
                .qualifier()
                .flatMap(name -> aliases.get(reference.region(), reference.name(), name));
    }

    public Optional<Function> find(String region, String name) {
        return functions.get(region, name);
    }

    /// @throws groundschool.emulator.AwsException if there is none
    public Function function(FunctionReference reference) {
        return find(reference.region(), reference.name())
                .orElseThrow(() -> LambdaErrors.functionNotFound(reference.arn()));
    }

    /// Those of a Region, by name.
    public Stream<Function> in(String region) {
        return functions.below(region);
    }

    public void put(Function function, String region) {
        functions.put(function, region, function.name());
    }

    /// The version that a reference leads to; an alias leads to its main one.
    ///
    /// @throws groundschool.emulator.AwsException if there is no such function, version or alias
    public FunctionVersion version(FunctionReference reference) {
        return findVersion(reference)
                .orElseThrow(() -> LambdaErrors.functionNotFound(reference.arn()));
    }

    public Optional<FunctionVersion> findVersion(FunctionReference reference) {
        var qualifier = reference.qualifier().orElse(FunctionVersion.LATEST);
        if (qualifier.equals(FunctionVersion.LATEST)) {
            return find(reference.region(), reference.name()).map(Function::latest);
        }
        if (FunctionReference.isNumber(qualifier)) {
            return published(reference.region(), reference.name(), qualifier);
        }
        return alias(reference).flatMap(alias -> findVersion(reference.qualified(alias.version())));
    }

    private Optional<FunctionVersion> published(String region, String name, String number) {
        return versions.get(region, name, padded(number));
    }

    /// The published versions of a function, the oldest first.
    public Stream<FunctionVersion> versions(String region, String name) {
        return versions.below(region, name);
    }

    public void putVersion(FunctionVersion version, String region) {
        versions.put(version, region, version.function(), padded(version.version()));
        sandbox.blobs().need(version.code().blob(), owner(region, version));
    }

    public void removeVersion(FunctionVersion version, String region) {
        versions.remove(region, version.function(), padded(version.version()));
        sandbox.blobs().release(version.code().blob(), owner(region, version));
        statements.remove(region, version.function(), version.version());
        eventInvoking.remove(region, version.function(), version.version());
        runtimeManagement.remove(region, version.function(), version.version());
    }

    /// Keeps an archive, whose blob the function's newest version is to need.
    public Code keep(byte[] zip) {
        return new Code(sandbox.blobs().put(zip), zip.length);
    }

    /// Puts another newest version in the place of the last.
    public void putLatest(Function function, FunctionVersion latest, String region) {
        sandbox.blobs().release(function.latest().code().blob(), owner(region, function.latest()));
        sandbox.blobs().need(latest.code().blob(), owner(region, latest));
        put(function.with(latest), region);
    }

    /// Removes a function with all that belongs to it.
    public void remove(Function function, String region) {
        var name = function.name();
        provisioned.removeAll(this, region, name);
        versions(region, name).toList().forEach(version -> removeVersion(version, region));
        sandbox.blobs().release(function.latest().code().blob(), owner(region, function.latest()));
        functions.remove(region, name);
        aliases.clear(region, name);
        statements.clear(region, name);
        eventInvoking.clear(region, name);
        urls.removeAll(region, name);
        runtimeManagement.clear(region, name);
        loops.remove(region, name);
    }

    /// What functions and layers of a Region take, packed.
    public long codeBytes(String region) {
        long latest = in(region).mapToLong(each -> each.latest().code().size()).sum();
        long published = versions.below(region).mapToLong(each -> each.code().size()).sum();
        return latest + published + layers.codeBytes(region);
    }

    /// The policy of whatever has that ARN.
    public Optional<String> policyOf(String arn) {
        // arn:aws:lambda:region:account:function:name:qualifier
        var parts = arn.split(":", -1);
        if (parts.length < 7) {
            return Optional.empty();
        }
        var last = parts.length > 7 ? parts[7] : "";
        return switch (parts[5]) {
            case "function" -> statements.get(parts[3], parts[6], last).map(Statements::document);
            case "layer" -> layers.policyOf(parts[3], parts[6], last);
            default -> Optional.empty();
        };
    }

    private static String owner(String region, FunctionVersion version) {
        return "function/%s/%s/%s".formatted(region, version.function(), version.version());
    }

    /// So that numbers sort as numbers.
    private static String padded(String number) {
        return "0".repeat(Math.max(0, 10 - number.length())) + number;
    }
}
