package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.expression.DocumentPath.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Document paths that do not overlap, put together where they begin alike, with something at the
/// end of each.
///
/// @param <T> what is at the ends
final class PathTree<T> {

    private final Map<Step, PathTree<T>> children = new LinkedHashMap<>();
    private Optional<T> end = Optional.empty();

    void put(DocumentPath path, T atEnd) {
        put(path.steps(), atEnd);
    }

    private void put(List<Step> steps, T atEnd) {
        if (steps.isEmpty()) {
            end = Optional.of(atEnd);
        } else {
            children.computeIfAbsent(steps.getFirst(), _ -> new PathTree<>())
                    .put(steps.subList(1, steps.size()), atEnd);
        }
    }

    Map<Step, PathTree<T>> children() {
        return children;
    }

    /// What is here, if a path ends here.
    Optional<T> end() {
        return end;
    }
}
