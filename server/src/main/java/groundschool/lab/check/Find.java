package groundschool.lab.check;

import groundschool.jmespath.JmesPath;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// One thing that a check finds before it asks.
///
/// @param path of a text or a number in what the source gives
record Find(Source source, JmesPath path, Take take) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /// Where it looks.
    sealed interface Source {

        /// The answer of a call.
        record Called(Calls call) implements Source {}

        /// What a function returns.
        record Invoked(Invokes function) implements Source {}

        /// A JSON text that was found before.
        record Known(String json) implements Source {}

        default Calls.Outcome look(Scene scene) {
            return switch (this) {
                case Called(var call) -> call.make(scene.emulator(), scene.inspector());
                case Invoked(var function) -> function.outcome(scene);
                case Known(var json) -> new Calls.Outcome.Answered(read(json));
            };
        }

        default String lookedAt(String region) {
            return switch (this) {
                case Called(var call) -> call.lookedAt(region);
                case Invoked(var function) -> function.lookedAt(region);
                case Known _ -> "what was found before";
            };
        }

        private static JsonNode read(String json) {
            try {
                return MAPPER.readTree(json);
            } catch (JacksonException notJson) {
                return JsonNodeFactory.instance.stringNode(json);
            }
        }
    }

    /// What it takes of what it finds.
    sealed interface Take {

        /// All of it.
        record Whole() implements Take {}

        /// A claim of a token.
        record Claim(String name) implements Take {}

        /// A part of an address.
        record Address(Part part) implements Take {}
    }

    /// Parts of an address, as they are sent.
    enum Part {
        HOST,
        PATH,
        QUERY
    }

    /// Nothing if what is there is neither a text nor a number, or lacks what is to be taken.
    Optional<String> in(JsonNode answer) {
        var found = path.search(answer);
        return switch (take) {
            case Take.Whole _ ->
                    Optional.of(found)
                            .filter(it -> it.isValueNode() && !it.isNull())
                            .map(JsonNode::asString);
            case Take.Claim(var name) ->
                    Optional.of(claims(found).path(name))
                            .filter(it -> it.isValueNode() && !it.isNull())
                            .map(JsonNode::asString);
            case Take.Address(var part) -> address(found).flatMap(it -> of(it, part));
        };
    }

    /// In words, where in the answer.
    String where() {
        return switch (take) {
            case Take.Whole _ -> path.toString();
            case Take.Claim(var name) -> name + " of the token in " + path;
            case Take.Address _ -> "the address in " + path;
        };
    }

    private static JsonNode claims(JsonNode token) {
        var parts = token.asString("").split("\\.", -1);
        try {
            return parts.length < 2
                    ? MAPPER.nullNode()
                    : MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
        } catch (IllegalArgumentException | JacksonException notToken) {
            return MAPPER.nullNode();
        }
    }

    private static Optional<URI> address(JsonNode text) {
        try {
            return text.stringValueOpt().map(URI::create);
        } catch (IllegalArgumentException notAddress) {
            return Optional.empty();
        }
    }

    private static Optional<String> of(URI address, Part part) {
        return switch (part) {
            case HOST -> Optional.ofNullable(address.getRawAuthority());
            case PATH -> Optional.ofNullable(address.getRawPath());
            case QUERY -> Optional.ofNullable(address.getRawQuery());
        };
    }
}
