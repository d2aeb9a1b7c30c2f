package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BinaryNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The bodies of restJson1.
///
/// Bytes are decoded while they are read, so that an archive of 50 MB is never held as text.
///
/// Source: [AWS REST JSON](https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html)
///
/// @param types the shapes of the service
/// @param names where the names of members on the wire differ
record RestJson(Map<String, Shape> types, WireNames names) implements RestBody {

    private static final JsonMapper JSON = Json.mapper();

    /// Of a value that others follow.
    private static final ObjectReader INNER =
            JSON.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    RestJson(Map<String, Shape> types) {
        this(types, new WireNames(types));
    }

    @Override
    public JsonNode read(byte[] body, Shape.Structure shape) {
        return names.read(parse(body, shape), shape);
    }

    private JsonNode parse(byte[] body, Shape.Structure shape) {
        if (body.length == 0) {
            return NODES.objectNode();
        }
        try (var parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw CoralErrors.serialization();
            }
            var members = object(parser, shape);
            if (parser.nextToken() != null) {
                throw CoralErrors.serialization();
            }
            return members;
        } catch (JacksonException e) {
            throw CoralErrors.serialization();
        }
    }

    private ObjectNode object(JsonParser parser, Shape.Structure shape) {
        var object = NODES.objectNode();
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            var member = onWire(shape, name).flatMap(known -> type(known.shape()));
            object.set(name, value(parser, member));
        }
        return object;
    }

    private static Optional<Shape.Member> onWire(Shape.Structure shape, String name) {
        return shape.members().stream()
                .filter(member -> member.wireName().equals(name))
                .findFirst();
    }

    /// Structures are gone into, since bytes may be in them; all else is read as it is.
    private JsonNode value(JsonParser parser, Optional<Shape> shape) {
        if (shape.isPresent()) {
            if (shape.get() instanceof Shape.Structure structure
                    && parser.currentToken() == JsonToken.START_OBJECT) {
                return object(parser, structure);
            }
            if (shape.get() instanceof Shape.Bytes
                    && parser.currentToken() == JsonToken.VALUE_STRING) {
                return bytes(parser);
            }
        }
        return INNER.readTree(parser);
    }

    private static JsonNode bytes(JsonParser parser) {
        var decoded = new ByteArrayOutputStream();
        parser.readBinaryValue(decoded);
        return BinaryNode.valueOf(decoded.toByteArray());
    }

    private Optional<Shape> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    @Override
    public byte[] write(JsonNode members, Shape shape) {
        return JSON.writeValueAsBytes(names.written(members, shape));
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public byte[] refusal(AwsException refusal, Map<String, Object> members) {
        var body = new LinkedHashMap<String, Object>();
        var known =
                type(refusal.code())
                        .filter(Shape.Structure.class::isInstance)
                        .map(Shape.Structure.class::cast);
        known.flatMap(shape -> shape.member("Type"))
                .ifPresent(_ -> body.put("Type", refusal.status() < 500 ? "User" : "Service"));
        body.putAll(members);
        if (!refusal.message().isEmpty()) {
            body.put(messageMember(refusal.code(), known), refusal.message());
        }
        return JSON.writeValueAsBytes(body);
    }

    /// As the model spells it, or else the framework.
    private static String messageMember(String code, Optional<Shape.Structure> known) {
        return known.stream()
                .flatMap(shape -> shape.members().stream())
                .map(Shape.Member::wireName)
                .filter(name -> name.toLowerCase(Locale.ROOT).equals("message"))
                .findFirst()
                .orElseGet(() -> CoralErrors.messageMember(code));
    }
}
