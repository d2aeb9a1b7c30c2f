package groundschool.emulator.apigateway.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The paths into JSON that templates and mappings know: `$.orders[0].id`, `$['a b']`, `$..id`,
/// `$.orders[*]`, `$[1:3]`.
///
/// Source: [JSONPath](https://datatracker.ietf.org/doc/html/rfc9535), without filters
final class JsonPath {

    private static final Pattern STEP =
            Pattern.compile(
                    "\\.\\.(?<deep>\\*|[^.\\[\\s]+)|\\.(?<name>\\*|[^.\\[\\s]+)|\\[\\s*(?:'(?<quoted>[^']*)'|\"(?<double>[^\"]*)\"|(?<all>\\*)|(?<from>-?\\d*):(?<to>-?\\d*)|(?<index>-?\\d+))\\s*\\]");

    private JsonPath() {}

    /// @param found what is there, in order
    /// @param several whether the path may lead to more than one
    record Result(List<Object> found, boolean several) {}

    /// @throws IllegalArgumentException if that is no path
    static Result read(@Nullable Object document, String path) {
        if (!path.startsWith("$")) {
            throw new IllegalArgumentException("no path: " + path);
        }
        List<Object> at = document == null ? List.of() : List.of(document);
        boolean several = false;
        var step = STEP.matcher(path);
        int end = 1;
        while (end < path.length()) {
            if (!step.find(end) || step.start() != end) {
                throw new IllegalArgumentException("no path: " + path);
            }
            end = step.end();
            several |= isSeveral(step);
            at = at.stream().flatMap(each -> next(each, step).stream()).toList();
        }
        return new Result(at, several);
    }

    private static boolean isSeveral(Matcher step) {
        return step.group("deep") != null
                || step.group("all") != null
                || step.group("from") != null
                || "*".equals(step.group("name"));
    }

    private static List<Object> next(Object value, Matcher step) {
        if (step.group("deep") != null) {
            return deep(value, String.valueOf(step.group("deep")));
        }
        if (step.group("all") != null || "*".equals(step.group("name"))) {
            return inner(value);
        }
        if (step.group("from") != null) {
            return slice(value, step);
        }
        if (step.group("index") != null) {
            return index(value, Integer.parseInt(String.valueOf(step.group("index"))));
        }
        for (var group : List.of("name", "quoted", "double")) {
            if (step.group(group) != null) {
                return member(value, String.valueOf(step.group(group)));
            }
        }
        return List.of();
    }

    private static List<Object> member(Object value, String name) {
        return value instanceof Map<?, ?> map && map.get(name) != null
                ? List.of(Objects.requireNonNull(map.get(name)))
                : List.of();
    }

    private static List<Object> index(Object value, int index) {
        if (!(value instanceof List<?> list)) {
            return List.of();
        }
        int at = index < 0 ? list.size() + index : index;
        return at >= 0 && at < list.size() && list.get(at) != null
                ? List.of(list.get(at))
                : List.of();
    }

    private static List<Object> slice(Object value, Matcher step) {
        if (!(value instanceof List<?> list)) {
            return List.of();
        }
        int from = bound(String.valueOf(step.group("from")), 0, list.size());
        int to = bound(String.valueOf(step.group("to")), list.size(), list.size());
        return from >= to ? List.of() : List.copyOf(list.subList(from, to));
    }

    private static int bound(String text, int usual, int size) {
        if (text.isEmpty()) {
            return usual;
        }
        int number = Integer.parseInt(text);
        return Math.clamp(number < 0 ? size + number : number, 0, size);
    }

    private static List<Object> inner(Object value) {
        return switch (value) {
            case Map<?, ?> map -> some(map.values());
            case List<?> list -> some(list);
            default -> List.of();
        };
    }

    private static List<Object> some(Iterable<?> values) {
        var some = new ArrayList<>();
        for (var value : values) {
            if (value != null) {
                some.add(value);
            }
        }
        return some;
    }

    private static List<Object> deep(Object value, String name) {
        var found = new ArrayList<>(name.equals("*") ? inner(value) : member(value, name));
        inner(value).forEach(each -> found.addAll(deep(each, name)));
        return found;
    }
}
