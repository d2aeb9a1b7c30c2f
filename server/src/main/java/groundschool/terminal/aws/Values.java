package groundschool.terminal.aws;

import groundschool.terminal.aws.Parameters.Parameter;
import groundschool.terminal.shell.Workspace;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Makes of a parameter's text the value that it stands for: a file's content, JSON, shorthand or
/// plain text, as its shape asks.
final class Values {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Workspace workspace;

    Values(Workspace workspace) {
        this.workspace = workspace;
    }

    /// @param texts what stood behind the parameter
    JsonNode value(Parameter parameter, List<String> texts) {
        var shape = parameter.shape();
        var single = texts.size() == 1 ? Optional.of(texts.getFirst()) : Optional.<String>empty();
        if (isBinaryFile(texts)) {
            return binaryFile(parameter, texts.getFirst());
        }
        var resolved =
                single.filter(Values::isFile)
                        .map(text -> List.of(fileText(parameter.cliName(), text)))
                        .orElse(texts);
        if (takesShorthand(shape) && !looksLikeJson(resolved)) {
            return shorthand(parameter, resolved);
        }
        return switch (shape.type()) {
            case LIST -> list(parameter, shape, resolved);
            case STRUCTURE, MAP, STRING, INTEGER, LONG, FLOAT, DOUBLE, BOOLEAN, TIMESTAMP, BLOB ->
                    one(parameter.cliName(), shape, resolved.getFirst());
        };
    }

    /// Reads a whole input as JSON.
    JsonNode document(String cliName, String text) {
        return json(cliName, isFile(text) ? fileText(cliName, text) : text);
    }

    private JsonNode shorthand(Parameter parameter, List<String> texts) {
        var shape = parameter.shape();
        try {
            if (shape.type() != Shape.Type.LIST) {
                if (isLoneValue(shape, texts.getFirst())) {
                    return NODES.objectNode().put("Value", texts.getFirst());
                }
                return Coercion.of(Shorthand.parse(texts.getFirst(), this::fileOrText), shape);
            }
            var list = NODES.arrayNode();
            texts.forEach(text -> list.add(Shorthand.parse(text, this::fileOrText)));
            return Coercion.of(list, shape);
        } catch (Shorthand.Malformed problem) {
            throw CliException.parameter(parameter.cliName(), String.valueOf(problem.getMessage()));
        }
    }

    /// A structure whose only member is a text named Value may be given as that text.
    private static boolean isLoneValue(Shape shape, String text) {
        if (shape.type() != Shape.Type.STRUCTURE || text.contains("=")) {
            return false;
        }
        var members = shape.members();
        return members.keySet().equals(Set.of("Value"))
                && members.values().iterator().next().type() == Shape.Type.STRING;
    }

    private JsonNode list(Parameter parameter, Shape shape, List<String> texts) {
        if (texts.size() == 1 && texts.getFirst().strip().startsWith("[")) {
            return json(parameter.cliName(), texts.getFirst());
        }
        var list = NODES.arrayNode();
        for (var text : texts) {
            try {
                list.add(one(parameter.cliName(), shape.element(), text));
            } catch (NumberFormatException e) {
                throw CliException.parameter(parameter.cliName(), texts.getFirst());
            }
        }
        return list;
    }

    private JsonNode one(String cliName, Shape shape, String text) {
        return switch (shape.type()) {
            case STRUCTURE, MAP -> {
                if (!text.stripLeading().startsWith("{")) {
                    throw CliException.parameter(cliName, "Invalid JSON:\n" + text);
                }
                yield json(cliName, text);
            }
            case LIST -> json(cliName, text);
            case INTEGER, LONG -> wholeNumber(text);
            case FLOAT, DOUBLE -> NODES.numberNode(Double.parseDouble(text.strip()));
            case BOOLEAN -> NODES.booleanNode(!text.equalsIgnoreCase("false"));
            case STRING, TIMESTAMP, BLOB -> NODES.stringNode(text);
        };
    }

    private static JsonNode json(String cliName, String text) {
        try {
            return PythonJson.parse(text);
        } catch (PythonJson.Malformed problem) {
            throw CliException.parameter(
                    cliName,
                    "Invalid JSON: %s\nJSON received: %s".formatted(problem.getMessage(), text));
        }
    }

    /// @throws CliException if it is none
    static JsonNode wholeNumber(String text) {
        if (!text.matches("\\s*[-+]?\\d+(_\\d+)*\\s*")) {
            throw CliException.failed(
                    "invalid literal for int() with base 10: " + PythonText.quoted(text));
        }
        return PythonJson.wholeNumber(new BigInteger(text.strip().replace("_", "")));
    }

    private JsonNode binaryFile(Parameter parameter, String text) {
        var bytes = file(parameter.cliName(), text, text.substring("fileb://".length()));
        if (parameter.shape().type() == Shape.Type.BLOB) {
            return NODES.stringNode(Base64.getEncoder().encodeToString(bytes));
        }
        var content = new String(bytes, StandardCharsets.UTF_8);
        return parameter.shape().type().isContainer()
                ? json(parameter.cliName(), content)
                : NODES.stringNode(content);
    }

    /// What lies in the file that is named where an object's content is wanted.
    JsonNode content(Parameter parameter, ArgumentParser.Parsed parsed) {
        var path = parsed.one(parameter.member()).orElse("");
        return workspace
                .bytes(isBinaryFile(List.of(path)) ? path.substring("fileb://".length()) : path)
                .<JsonNode>map(bytes -> NODES.stringNode(Base64.getEncoder().encodeToString(bytes)))
                .orElseThrow(() ->
                        CliException.parameter(
                                parameter.cliName(), "Blob values must be a path to a file."));
    }

    private String fileOrText(String text) {
        return isFile(text) ? fileText("", text) : text;
    }

    private String fileText(String cliName, String text) {
        var name = text.substring("file://".length());
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file(cliName, text, name)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw CliException.parameter(
                    cliName,
                    "Unable to load paramfile (%s), text contents could not be decoded.  If this is a binary file, please use the fileb:// prefix instead of the file:// prefix."
                            .formatted(name));
        }
    }

    private byte[] file(String cliName, String text, String name) {
        return workspace
                .bytes(name)
                .orElseThrow(() ->
                        CliException.parameter(
                                cliName,
                                "Unable to load paramfile %s: [Errno 2] No such file or directory: %s"
                                        .formatted(text, PythonText.quoted(name))));
    }

    /// Whether a file's bytes are meant, as they are.
    static boolean isBinaryFile(List<String> texts) {
        return texts.size() == 1 && texts.getFirst().startsWith("fileb://");
    }

    private static boolean isFile(String text) {
        return text.startsWith("file://");
    }

    private static boolean looksLikeJson(List<String> texts) {
        var first = texts.isEmpty() ? "" : texts.getFirst().strip();
        return first.startsWith("[") || first.startsWith("{");
    }

    private static boolean takesShorthand(Shape shape) {
        return switch (shape.type()) {
            case STRUCTURE, MAP -> true;
            case LIST -> shape.element().type().isContainer();
            case STRING, INTEGER, LONG, FLOAT, DOUBLE, BOOLEAN, TIMESTAMP, BLOB -> false;
        };
    }
}
