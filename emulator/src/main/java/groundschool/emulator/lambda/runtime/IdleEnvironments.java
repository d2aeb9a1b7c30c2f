package groundschool.emulator.lambda.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The environments that wait for an invocation, by what makes them alike. Whoever calls holds the
/// lock of those that they belong to.
final class IdleEnvironments {

    private final Map<String, Deque<Environment>> byKey = new HashMap<>();

    /// The one of that key that was used last; absent if none waits.
    Optional<Environment> take(String key) {
        return Optional.ofNullable(byKey.getOrDefault(key, new ArrayDeque<>()).pollLast());
    }

    void add(Environment environment) {
        byKey.computeIfAbsent(environment.spec().key(), _ -> new ArrayDeque<>())
                .addLast(environment);
    }

    /// The one that has not been used for longest, of those that nobody wants kept.
    Optional<Environment> takeLeastRecentlyUsed() {
        var oldest =
                byKey.values().stream()
                        .flatMap(Deque::stream)
                        .filter(each -> !each.isProvisioned())
                        .min(Comparator.comparing(Environment::usedAt));
        oldest.ifPresent(each -> byKey.values().forEach(waiting -> waiting.remove(each)));
        return oldest;
    }

    /// All for which that is true.
    List<Environment> takeAll(Predicate<Environment> which) {
        var taken = new ArrayList<Environment>();
        for (var waiting : byKey.values()) {
            waiting.stream().filter(which).forEach(taken::add);
            waiting.removeAll(taken);
        }
        byKey.values().removeIf(Deque::isEmpty);
        return taken;
    }

    void clear() {
        byKey.clear();
    }
}
