package groundschool.emulator.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where an operation of a REST service is: `/functions/{FunctionName}/policy?List=ALL`.
///
/// Source: [HTTP bindings](https://smithy.io/2.0/spec/http-bindings.html#http-trait)
final class UriPattern {

    private sealed interface Segment {

        /// What stands there, whatever is asked for.
        record Literal(String text) implements Segment {}

        /// One segment of the path.
        record Label(String name) implements Segment {}

        /// All that is left of the path, slashes and all.
        record Greedy(String name) implements Segment {}
    }

    private final List<Segment> segments;

    /// Query parameters that must be there, with their values; those without one may have any.
    private final Map<String, String> query;

    private UriPattern(List<Segment> segments, Map<String, String> query) {
        this.segments = segments;
        this.query = query;
    }

    /// @param text as the API model has it
    static UriPattern of(String text) {
        int mark = text.indexOf('?');
        var path = mark < 0 ? text : text.substring(0, mark);
        var query = new LinkedHashMap<String, String>();
        if (mark >= 0) {
            QueryParameters.of(text.substring(mark + 1))
                    .parameters()
                    .forEach(parameter -> query.put(parameter.getKey(), parameter.getValue()));
        }
        return new UriPattern(
                split(path).stream().map(UriPattern::segment).toList(), Map.copyOf(query));
    }

    private static Segment segment(String text) {
        if (!text.startsWith("{")) {
            return new Segment.Literal(text);
        }
        return text.endsWith("+}")
                ? new Segment.Greedy(text.substring(1, text.length() - 2))
                : new Segment.Label(text.substring(1, text.length() - 1));
    }

    /// The first literal segment, by which a request finds its service.
    String root() {
        return segments.getFirst() instanceof Segment.Literal(var text) ? text : "";
    }

    /// What a request's path has in the place of each label, decoded; nothing if the request is for
    /// another operation.
    ///
    /// @param path as sent
    Optional<Map<String, String>> match(String path, QueryParameters sent) {
        for (var wanted : query.entrySet()) {
            var value = sent.first(wanted.getKey());
            if (value.isEmpty()
                    || !wanted.getValue().isEmpty() && !wanted.getValue().equals(value.get())) {
                return Optional.empty();
            }
        }
        return labels(split(path));
    }

    private Optional<Map<String, String>> labels(List<String> parts) {
        var labels = new HashMap<String, String>();
        int at = 0;
        for (int i = 0; i < segments.size(); i++) {
            switch (segments.get(i)) {
                case Segment.Literal(var text) -> {
                    if (at >= parts.size() || !text.equals(parts.get(at))) {
                        return Optional.empty();
                    }
                    at++;
                }
                case Segment.Label(var name) -> {
                    if (at >= parts.size() || parts.get(at).isEmpty()) {
                        return Optional.empty();
                    }
                    labels.put(name, UrlEncoding.decode(parts.get(at++)));
                }
                case Segment.Greedy(var name) -> {
                    int end = parts.size() - (segments.size() - i - 1);
                    if (end <= at) {
                        return Optional.empty();
                    }
                    labels.put(name, UrlEncoding.decode(String.join("/", parts.subList(at, end))));
                    at = end;
                }
            }
        }
        var rest = parts.subList(at, parts.size());
        // Old clients end paths in a slash.
        return rest.isEmpty() || rest.equals(List.of("")) ? Optional.of(labels) : Optional.empty();
    }

    /// Compares so that the pattern which says more comes first.
    int compare(UriPattern other) {
        int literals = Long.compare(other.literals(), literals());
        return literals != 0 ? literals : Integer.compare(other.query.size(), query.size());
    }

    private long literals() {
        return segments.stream().filter(Segment.Literal.class::isInstance).count();
    }

    private static List<String> split(String path) {
        var parts = new ArrayList<>(List.of(path.split("/", -1)));
        parts.removeFirst();
        return parts;
    }
}
