package groundschool.emulator.iam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// AWS's services as policies name them: what each is called, and how the ARNs of its resources
/// look.
///
/// Source: `emulator/models/services.py`
public final class KnownServices {

    private static final String RESOURCE = "/groundschool/emulator/iam/services.json.gz";

    private final TreeMap<String, KnownService> byNamespace;

    private KnownServices(TreeMap<String, KnownService> byNamespace) {
        this.byNamespace = byNamespace;
    }

    /// All of them, read when they are first needed.
    public static KnownServices all() {
        return Holder.ALL;
    }

    private static final class Holder {
        private static final KnownServices ALL = load();
    }

    /// The services, by namespace.
    public List<KnownService> services() {
        return List.copyOf(byNamespace.values());
    }

    /// The service of that namespace, such as `dynamodb`.
    public Optional<KnownService> find(String namespace) {
        return Optional.ofNullable(byNamespace.get(namespace.toLowerCase(Locale.ROOT)));
    }

    private static KnownServices load() {
        try (var in =
                new GZIPInputStream(
                        Objects.requireNonNull(
                                KnownServices.class.getResourceAsStream(RESOURCE)))) {
            var services = new TreeMap<String, KnownService>();
            JsonMapper.builder()
                    .build()
                    .readTree(in)
                    .properties()
                    .forEach(entry ->
                            services.put(
                                    entry.getKey(), service(entry.getKey(), entry.getValue())));
            return new KnownServices(services);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KnownService service(String namespace, JsonNode node) {
        var arns = new LinkedHashMap<String, String>();
        node.path("resources")
                .properties()
                .forEach(entry -> arns.put(entry.getKey(), entry.getValue().asString()));
        var actions = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        node.path("actions")
                .properties()
                .forEach(entry ->
                        actions.put(
                                entry.getKey(),
                                entry.getValue()
                                        .valueStream()
                                        .map(type -> arns.getOrDefault(type.asString(), "*"))
                                        .toList()));
        return new KnownService(namespace, node.path("name").asString(), actions);
    }
}
