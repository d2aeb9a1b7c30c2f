package groundschool.emulator.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Finds document paths of one expression that cannot stand together.
///
/// @param overlap is told of a path that leads to or into another
/// @param conflict is told of paths that take the same thing for a list and for a map
public record PathProblems(Consumer<String> overlap, Consumer<String> conflict) {

    /// Looks at all pairs.
    public void check(List<DocumentPath> paths) {
        var seen = new ArrayList<DocumentPath>();
        for (var path : paths) {
            for (var earlier : seen) {
                if (check(earlier, path)) {
                    return;
                }
            }
            seen.add(path);
        }
    }

    /// Whether they overlap, after which the service looks no further.
    private boolean check(DocumentPath one, DocumentPath two) {
        int shorter = Math.min(one.steps().size(), two.steps().size());
        for (int i = 0; i < shorter; i++) {
            var left = one.steps().get(i);
            var right = two.steps().get(i);
            if (left instanceof DocumentPath.Index != right instanceof DocumentPath.Index) {
                conflict.accept(message("conflict", one, two));
                return false;
            }
            if (!left.equals(right)) {
                return false;
            }
        }
        overlap.accept(message("overlap", one, two));
        return true;
    }

    private static String message(String verb, DocumentPath one, DocumentPath two) {
        return "Two document paths %s with each other; must remove or rewrite one of these paths; path one: %s, path two: %s"
                .formatted(verb, one, two);
    }
}
