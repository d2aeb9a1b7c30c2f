package groundschool.emulator.iam;

import groundschool.emulator.iam.identity.ManagedPolicy;
import groundschool.emulator.iam.policy.DocumentKind;
import groundschool.emulator.iam.policy.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The policies that AWS keeps for everybody, with their documents as AWS publishes them. Every
/// account sees the same.
///
/// Source: `emulator/models/managed.py`
public final class AwsManagedPolicies {

    /// The ARN of the policy that allows everything.
    public static final String ADMINISTRATOR_ACCESS = "arn:aws:iam::aws:policy/AdministratorAccess";

    private static final String RESOURCE = "/groundschool/emulator/iam/managed-policies.json.gz";

    private final SequencedMap<String, ManagedPolicy> byArn;
    private final Map<String, Policy> read = new ConcurrentHashMap<>();

    private AwsManagedPolicies(SequencedMap<String, ManagedPolicy> byArn) {
        this.byArn = Collections.unmodifiableSequencedMap(byArn);
    }

    /// All of them, read when they are first needed.
    public static AwsManagedPolicies all() {
        return Holder.ALL;
    }

    private static final class Holder {
        private static final AwsManagedPolicies ALL = load();
    }

    /// The policies, by ARN.
    public Collection<ManagedPolicy> policies() {
        return byArn.values();
    }

    public Optional<ManagedPolicy> find(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    /// A policy, ready to be asked.
    Optional<Policy> policy(String arn) {
        return find(arn)
                .map(policy ->
                        read.computeIfAbsent(
                                arn, _ -> Policy.parse(DocumentKind.MANAGED, policy.document())));
    }

    private static AwsManagedPolicies load() {
        try (var in =
                new GZIPInputStream(
                        Objects.requireNonNull(
                                AwsManagedPolicies.class.getResourceAsStream(RESOURCE)))) {
            var byArn = new TreeMap<String, ManagedPolicy>();
            JsonMapper.builder()
                    .build()
                    .readTree(in)
                    .properties()
                    .forEach(entry -> {
                        var policy = policy(entry.getKey(), entry.getValue());
                        byArn.put(policy.arn(), policy);
                    });
            return new AwsManagedPolicies(byArn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ManagedPolicy policy(String name, JsonNode node) {
        var path = node.path("path").asString();
        var arn = "arn:aws:iam::aws:policy" + path + name;
        var createdAt = time(node.path("createdAt"));
        var updatedAt = time(node.path("updatedAt"));
        var version = node.path("version").asString();
        return new ManagedPolicy(
                path,
                name,
                id(arn),
                arn,
                Optional.empty(),
                List.of(),
                createdAt,
                updatedAt,
                version,
                Integer.parseInt(version.substring(1)) + 1,
                List.of(
                        new ManagedPolicy.Version(
                                version, node.path("document").asString(), updatedAt)));
    }

    private static Instant time(JsonNode node) {
        return OffsetDateTime.parse(node.asString()).toInstant();
    }

    /// AWS's own ids are not published with the documents: one of the same shape, which stays.
    private static String id(String arn) {
        var text = Long.toString(arn.hashCode() * 2_654_435_761L & Long.MAX_VALUE, 36);
        return "ANPA" + (text + "groundschool0000").substring(0, 17).toUpperCase(Locale.ROOT);
    }
}
