package groundschool.emulator.apigateway.serve;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import groundschool.emulator.apigateway.integration.SafeRegex;
import groundschool.emulator.apigateway.rest.Model;
import groundschool.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The models of an API, as schemas that refer to each other by
/// `https://apigateway.amazonaws.com/restapis/API/models/NAME`.
public final class Schemas {

    private static final String PREFIX = "https://apigateway.amazonaws.com/restapis/";

    /// Patterns are somebody else's.
    private static final SchemaRegistryConfig CAREFUL =
            SchemaRegistryConfig.builder()
                    .regularExpressionFactory(pattern -> text -> SafeRegex.finds(pattern, text))
                    .build();

    private final String api;
    private final Map<String, Model> models;
    private final SchemaRegistry registry;
    private final Map<String, Optional<Schema>> read = new ConcurrentHashMap<>();

    public Schemas(String api, Map<String, Model> models) {
        this.api = api;
        this.models = models;
        this.registry =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_4,
                        builder ->
                                builder.schemaLoader(loader ->
                                                loader.allow(iri ->
                                                        iri.toString().startsWith("https://")
                                                                || iri.toString()
                                                                        .startsWith(
                                                                                "http://json-schema.org/")))
                                        .schemaRegistryConfig(CAREFUL)
                                        .schemas(this::text));
    }

    /// A model by its address; the id of the API in it is not looked at, since a copy of an API has
    /// another.
    private @Nullable String text(String iri) {
        if (!iri.startsWith(PREFIX)) {
            return null;
        }
        var model = models.get(iri.substring(iri.lastIndexOf('/') + 1));
        return model == null ? null : model.schema().orElse("{}");
    }

    /// Whether a body is as the model says. What is no JSON is not; a model that is no schema takes
    /// everything.
    public boolean accepts(String model, byte[] body) {
        if (!models.containsKey(model)) {
            return true;
        }
        try {
            var document =
                    Json.mapper()
                            .readTree(
                                    body.length == 0
                                            ? "{}".getBytes(StandardCharsets.UTF_8)
                                            : body);
            return read.computeIfAbsent(model, this::schema)
                    .map(schema -> schema.validate(document).isEmpty())
                    .orElse(true);
        } catch (JacksonException _) {
            return false;
        } catch (SchemaException _) {
            return true;
        } catch (IllegalArgumentException _) {
            // A pattern took too long.
            return false;
        }
    }

    private Optional<Schema> schema(String model) {
        try {
            var text = Optional.ofNullable(models.get(model)).flatMap(Model::schema).orElse("{}");
            return Optional.of(
                    registry.getSchema(
                            com.networknt.schema.SchemaLocation.of(
                                    PREFIX + api + "/models/" + model),
                            Json.mapper().readTree(text)));
        } catch (JacksonException | SchemaException _) {
            return Optional.empty();
        }
    }
}
