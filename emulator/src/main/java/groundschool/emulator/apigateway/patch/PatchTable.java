package groundschool.emulator.apigateway.patch;

import groundschool.emulator.AwsException;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.sandbox.JsonFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Which members of a thing an update may change, and how.
///
/// A place is a path as patch operations name it. A last segment `*` stands for any key of a map,
/// or, as AWS has it, for any element of a list: there the segment is the element.
///
/// Source: [Patch
/// operations](https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html); recorded
/// answers for the wordings
///
/// @param <V> the thing, a record
public final class PatchTable<V> {

    private static final JsonMapper JSON = JsonFormat.mapper(new JacksonModule[0]);

    /// What a value becomes.
    public enum Kind {
        TEXT,
        WHOLE,
        DECIMAL,
        FLAG,
        /// The elements of a list of texts.
        ELEMENT
    }

    /// How the service speaks of paths that it does not have: some of its parts name those that
    /// they have.
    public enum Wording {
        SHORT,
        LISTING
    }

    private record Place(List<String> path, Kind kind, Set<String> operations, boolean isStrict) {

        boolean isAt(List<String> other) {
            if (path.size() != other.size()) {
                return false;
            }
            for (int i = 0; i < path.size(); i++) {
                if (!path.get(i).equals("*") && !path.get(i).equals(other.get(i))) {
                    return false;
                }
            }
            return true;
        }

        String text() {
            return "/" + String.join("/", path);
        }
    }

    private final Class<V> type;
    private final Wording wording;
    private final List<Place> places = new ArrayList<>();

    public PatchTable(Class<V> type, Wording wording) {
        this.type = type;
        this.wording = wording;
    }

    /// A member that can be replaced.
    public PatchTable<V> replace(String path, Kind kind) {
        return at(path, kind, "replace");
    }

    /// A place where these operations are allowed.
    public PatchTable<V> at(String path, Kind kind, String... operations) {
        places.add(
                new Place(List.of(path.substring(1).split("/")), kind, Set.of(operations), false));
        return this;
    }

    /// The keys of a map, or the elements of a list.
    public PatchTable<V> all(String path, Kind kind) {
        return at(path + "/*", kind, "add", "remove", "replace");
    }

    /// The keys of a map, of which only those can be replaced that are there.
    public PatchTable<V> allThatAreThere(String path, Kind kind) {
        places.add(
                new Place(
                        List.of((path + "/*").substring(1).split("/")),
                        kind,
                        Set.of("add", "remove", "replace"),
                        true));
        return this;
    }

    /// Applies the operations in order.
    ///
    /// @throws AwsException if one of them is not allowed; then none counts
    public V apply(V value, List<PatchOperation> operations) {
        var tree = (ObjectNode) JSON.valueToTree(value);
        for (var operation : operations) {
            step(tree, operation);
        }
        return JSON.treeToValue(tree, type);
    }

    private void step(ObjectNode tree, PatchOperation operation) {
        var segments = segments(operation);
        var place =
                places.stream()
                        .filter(each -> each.isAt(segments))
                        .findFirst()
                        .orElseThrow(() -> noPlace(operation));
        if (!place.operations().contains(operation.shownOp())) {
            throw notAllowed(place, operation);
        }
        var parent = parent(tree, segments, place);
        var last = segments.getLast();
        if (place.kind() == Kind.ELEMENT) {
            element(parent, segments.get(segments.size() - 2), last, operation);
        } else if (operation.shownOp().equals("remove")) {
            checkThere(parent, last, place);
            parent.remove(last);
        } else {
            if (operation.shownOp().equals("replace") && place.isStrict()) {
                checkThere(parent, last, place);
            }
            put(parent, last, place.kind(), operation.value().orElse(""));
        }
    }

    private static List<String> segments(PatchOperation operation) {
        var path = operation.path().orElse("");
        if (!path.startsWith("/")) {
            return List.of(operation.shownPath());
        }
        return List.of(path.substring(1).split("/", -1)).stream()
                .map(segment -> segment.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    /// The object that holds the last segment, made if it is not there; of a list, what holds the
    /// list.
    private static ObjectNode parent(ObjectNode tree, List<String> segments, Place place) {
        var at = tree;
        int depth = segments.size() - (place.kind() == Kind.ELEMENT ? 2 : 1);
        for (var segment : segments.subList(0, depth)) {
            at = at.get(segment) instanceof ObjectNode inner ? inner : at.putObject(segment);
        }
        return at;
    }

    private static void checkThere(ObjectNode parent, String last, Place place) {
        if (place.path().getLast().equals("*") && !parent.has(last)) {
            throw place.text().contains("odels/") || place.text().contains("emplates/")
                    ? GatewayErrors.notFound("Content-Type specified was not found")
                    : GatewayErrors.notFound("Invalid parameter name specified");
        }
    }

    private static void put(ObjectNode parent, String last, Kind kind, String value) {
        switch (kind) {
            case TEXT, ELEMENT -> parent.put(last, value);
            case FLAG -> parent.put(last, value.equalsIgnoreCase("true"));
            case WHOLE ->
                    number(value)
                            .ifPresentOrElse(
                                    number -> parent.put(last, number.intValue()),
                                    () -> parent.remove(last));
            case DECIMAL ->
                    number(value)
                            .ifPresentOrElse(
                                    number -> parent.put(last, number), () -> parent.remove(last));
        }
    }

    /// Nothing takes the number away.
    private static Optional<Double> number(String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Double.parseDouble(value));
        } catch (NumberFormatException _) {
            throw GatewayErrors.badRequest("Invalid value specified: " + value);
        }
    }

    private static void element(
            ObjectNode parent, String list, String element, PatchOperation operation) {
        var before = elements(parent.get(list));
        var after = new ArrayList<>(before);
        switch (operation.shownOp()) {
            case "add" -> {
                if (!after.contains(element)) {
                    after.add(element);
                }
            }
            case "remove" -> after.remove(element);
            default -> {
                after.remove(element);
                after.add(operation.value().orElse(element));
            }
        }
        ArrayNode array = parent.putArray(list);
        after.forEach(array::add);
    }

    private static List<String> elements(@Nullable JsonNode list) {
        return list == null ? List.of() : list.valueStream().map(JsonNode::asString).toList();
    }

    private AwsException noPlace(PatchOperation operation) {
        return switch (wording) {
            case SHORT -> GatewayErrors.badRequest("Invalid patch path " + operation.shownPath());
            case LISTING -> listing(operation);
        };
    }

    private AwsException notAllowed(Place place, PatchOperation operation) {
        return switch (wording) {
            case SHORT ->
                    GatewayErrors.badRequest(
                            "Invalid patch operation specified. Must be one of: [%s]"
                                    .formatted(
                                            place.operations().stream()
                                                    .sorted()
                                                    .collect(Collectors.joining(", "))));
            case LISTING -> listing(operation);
        };
    }

    private AwsException listing(PatchOperation operation) {
        var allowed =
                places.stream()
                        .filter(each -> each.operations().contains(operation.shownOp()))
                        .map(Place::text)
                        .collect(Collectors.joining(", "));
        return GatewayErrors.badRequest(
                "Invalid patch path  '%s' specified for op '%s'. %s"
                        .formatted(
                                operation.shownPath(),
                                operation.shownOp(),
                                allowed.isEmpty()
                                        ? "Please choose supported operations"
                                        : "Must be one of: [%s]".formatted(allowed)));
    }
}
