package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Holds the JSON types of an input against the model, in the words of AWS's parser. Members that
/// the model does not know, and nulls, are passed over.
///
/// Source: the answers of DynamoDB that
/// [dynalite](https://github.com/architect/dynalite/blob/main/test/helpers.js) compares itself
/// with.
final class TypeCheck {

    private static final String STRUCTURE_FOUND =
            "Start of structure or map found where not expected";
    private static final String CAST =
            "class sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl cannot be cast to class java.lang.Class (sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl and java.lang.Class are in module java.base of loader 'bootstrap')";

    private final String namespace;
    private final boolean readsValues;

    /// The shapes by name, each with those that it leads to at hand: a name takes longer to look up
    /// than a value to check.
    private final Map<String, Linked> linked = new HashMap<>();

    /// A shape and those of what it consists of.
    private static final class Linked {

        private final Shape shape;

        /// Of a structure's members, by name.
        private final Map<String, Linked> members = new HashMap<>();

        /// Of a container's values.
        private Optional<Linked> inner = Optional.empty();

        private Linked(Shape shape) {
            this.shape = shape;
        }
    }

    /// @param namespace the Java package that the service names its structures by
    /// @param readsValues whether the service complains of the classes of values, as API Gateway
    ///   does, instead of tokens
    TypeCheck(Map<String, Shape> shapes, String namespace, boolean readsValues) {
        this.readsValues = readsValues;
        this.namespace = namespace;
        shapes.forEach((name, shape) -> linked.put(name, new Linked(shape)));
        linked.values().forEach(this::link);
    }

    private void link(Linked from) {
        switch (from.shape) {
            case Shape.Structure structure ->
                    structure
                            .members()
                            .forEach(member ->
                                    from.members.put(member.name(), linked(member.shape())));
            case Shape.Sequence sequence -> from.inner = Optional.of(linked(sequence.element()));
            case Shape.Dictionary dictionary ->
                    from.inner = Optional.of(linked(dictionary.value()));
            case Shape.Text _, Shape.Numeric _, Shape.Flag _, Shape.Bytes _, Shape.Timestamp _ -> {}
        }
    }

    private Linked linked(String name) {
        var found = linked.get(name);
        if (found == null) {
            throw new IllegalStateException("no shape " + name);
        }
        return found;
    }

    /// Looks at the members in the order in which they are given, as a parser does.
    void check(Shape.Structure structure, JsonNode input) {
        var known = linked.get(structure.name());
        if (known != null) {
            checkMembers(known, input);
        }
    }

    private void checkMembers(Linked structure, JsonNode input) {
        for (var given : input.properties()) {
            var shape = structure.members.get(given.getKey());
            if (shape != null && !given.getValue().isNull()) {
                check(shape, given.getValue(), Place.FIELD);
            }
        }
    }

    /// Where a value stands; the parser speaks differently of each.
    private enum Place {
        FIELD,
        ELEMENT
    }

    private void check(Linked linked, JsonNode value, Place place) {
        switch (linked.shape) {
            case Shape.Structure structure -> {
                if (!value.isObject()) {
                    throw notContainer(structure, value, place);
                }
                checkMembers(linked, value);
            }
            case Shape.Sequence sequence -> {
                if (!value.isArray()) {
                    throw notContainer(sequence, value, place);
                }
                checkAll(linked.inner.orElseThrow(), value);
            }
            case Shape.Dictionary dictionary -> {
                if (!value.isObject()) {
                    throw notContainer(dictionary, value, place);
                }
                checkAll(linked.inner.orElseThrow(), value);
            }
            case Shape.Text text -> scalar(text, value, value.isString());
            case Shape.Numeric numeric -> scalar(numeric, value, value.isNumber());
            case Shape.Flag flag -> scalar(flag, value, value.isBoolean());
            case Shape.Timestamp timestamp -> scalar(timestamp, value, value.isNumber());
            case Shape.Bytes bytes -> checkBytes(bytes, value);
        }
    }

    private void checkAll(Linked shape, JsonNode values) {
        for (var value : values) {
            if (!value.isNull()) {
                check(shape, value, Place.ELEMENT);
            }
        }
    }

    private void scalar(Shape shape, JsonNode value, boolean fits) {
        if (fits) {
            return;
        }
        throw CoralErrors.serialization(
                value.isContainer()
                        ? container(shape, value)
                        : shape instanceof Shape.Flag && value.isString()
                                ? "Unexpected token received from parser"
                                : readsValues && shape instanceof Shape.Text
                                        ? "class %s can not be converted to an String"
                                                .formatted(valueClass(value))
                                        : token(value)
                                                + " cannot be converted to "
                                                + simpleName(shape));
    }

    private static String valueClass(JsonNode value) {
        return value.isBoolean()
                ? "java.lang.Boolean"
                : "com.amazon.coral.value.json.numbers.TruncatingBigNumber";
    }

    private AwsException notContainer(Shape shape, JsonNode value, Place place) {
        if (value.isContainer()) {
            return CoralErrors.serialization(container(shape, value));
        }
        if (place == Place.FIELD) {
            return CoralErrors.serialization("Unexpected field type");
        }
        return CoralErrors.serialization(
                shape instanceof Shape.Structure ? "Unexpected value type in payload" : CAST);
    }

    private String container(Shape shape, JsonNode value) {
        return value.isArray()
                ? "Unrecognized collection type " + typeName(shape)
                : STRUCTURE_FOUND;
    }

    private static void checkBytes(Shape.Bytes shape, JsonNode value) {
        if (value.isBinary() || value.isPojo()) {
            return;
        }
        if (value.isObject()) {
            throw CoralErrors.serialization(STRUCTURE_FOUND);
        }
        if (value.isArray()) {
            throw CoralErrors.serialization(
                    "Unrecognized collection type class java.nio.ByteBuffer");
        }
        if (!value.isString()) {
            throw CoralErrors.serialization(
                    "only base-64-encoded strings are convertible to bytes");
        }
        int length = value.stringValue().length();
        if (length % 4 != 0) {
            throw CoralErrors.serialization(
                    "Base64 encoded length is expected a multiple of 4 bytes but found: " + length);
        }
        try {
            Base64.getDecoder().decode(value.stringValue());
        } catch (IllegalArgumentException e) {
            throw CoralErrors.serialization("Invalid last non-pad Base64 character dectected");
        }
    }

    private static String token(JsonNode value) {
        return switch (value.getNodeType()) {
            case BOOLEAN -> value.booleanValue() ? "TRUE_VALUE" : "FALSE_VALUE";
            case NUMBER -> value.isIntegralNumber() ? "NUMBER_VALUE" : "DECIMAL_VALUE";
            default -> "STRING_VALUE";
        };
    }

    /// The type as Java writes it, with `class` before it if it has no parameters.
    private String typeName(Shape shape) {
        return switch (shape) {
            case Shape.Sequence _, Shape.Dictionary _ -> className(shape);
            default -> "class " + className(shape);
        };
    }

    private String className(Shape shape) {
        return switch (shape) {
            case Shape.Structure structure -> namespace + "." + structure.name();
            case Shape.Sequence(_, var element, _) ->
                    "java.util.List<" + className(shape(element)) + ">";
            case Shape.Dictionary(_, _, var value, _) ->
                    "java.util.Map<java.lang.String, " + className(shape(value)) + ">";
            case Shape.Bytes _ -> "java.nio.ByteBuffer";
            case Shape.Timestamp _ -> "java.util.Date";
            default -> "java.lang." + simpleName(shape);
        };
    }

    private static String simpleName(Shape shape) {
        return switch (shape) {
            case Shape.Text _ -> "String";
            case Shape.Flag _ -> "Boolean";
            case Shape.Timestamp _ -> "Date";
            case Shape.Numeric numeric -> numeric.type().getSimpleName();
            default -> shape.name();
        };
    }

    private Shape shape(String name) {
        return linked(name).shape;
    }
}
