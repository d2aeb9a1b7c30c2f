package groundschool.content;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A check of a lab as its author wrote it: what every kind of check has is validated, the rest is
/// for the package that runs checks.
///
/// @param kind the one of [#KINDS] that it has as a key
/// @param fields all keys, in the author's order; a value is a text, a `Boolean`, a `Long`, a
///   `BigDecimal`, or an immutable `List` or `Map` of such values
/// @param lines the line of each key in the file
/// @param line where the block begins
public record CheckBlock(
        String id,
        String title,
        int points,
        String kind,
        Map<String, Object> fields,
        Map<String, Integer> lines,
        Path file,
        int line) {

    /// The keys of which each check has exactly one.
    public static final List<String> KINDS = List.of("call", "invoke", "http", "ledger", "answer");

    public CheckBlock {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        lines = Map.copyOf(lines);
    }

    /// A problem of this check, at the line of one of its keys, or where it begins if there is no
    /// such key.
    public Problem problem(String key, String message) {
        return new Problem(file, lines.getOrDefault(key, line), Problem.Severity.PROBLEM, message);
    }
}
