package groundschool.lab.check;

import groundschool.jmespath.JmesPath;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// Reads what is written below a name of `find:`.
final class FindReader {

    private static final Set<String> KEYS =
            Set.of("call", "input", "invoke", "event", "in", "path", "claim", "part");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String name;
    private final Filling filling;
    private final Consumer<String> problems;

    /// @param filling with what was found before
    FindReader(String name, Filling filling, Consumer<String> problems) {
        this.name = name;
        this.filling = filling;
        this.problems = problems;
    }

    Optional<Find> read(Object written) {
        if (!(written instanceof Map<?, ?> map) || !KEYS.containsAll(map.keySet())) {
            problems.accept(
                    "`%s` is found by `{ call: …, input: …, path: … }`, `{ invoke: …, event: …, path: … }` or `{ in: \"${earlier}\", path: … }`"
                            .formatted(name));
            return Optional.empty();
        }
        var unknown = filling.unknown(map);
        if (!unknown.isEmpty()) {
            problems.accept("there is no variable %s".formatted(String.join(", ", unknown)));
            return Optional.empty();
        }
        var fields = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> fields.put(String.valueOf(key), filling.fill(value)));
        var path = path(String.valueOf(fields.remove("path")));
        var take = take(fields);
        var source = source(fields);
        return path.isPresent() && take.isPresent() && source.isPresent()
                ? Optional.of(new Find(source.get(), path.get(), take.get()))
                : Optional.empty();
    }

    private Optional<JmesPath> path(String path) {
        try {
            return Optional.of(JmesPath.of(path));
        } catch (IllegalArgumentException e) {
            problems.accept("`%s` is not JMESPath: %s".formatted(path, e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Find.Take> take(Map<String, Object> fields) {
        var claim = Optional.ofNullable(fields.remove("claim")).map(String::valueOf);
        var part = Optional.ofNullable(fields.remove("part")).map(String::valueOf);
        if (claim.isPresent() && part.isPresent()) {
            problems.accept("`%s` takes a `claim:` or a `part:`".formatted(name));
            return Optional.empty();
        }
        if (part.isEmpty()) {
            return Optional.of(
                    claim.map(it -> (Find.Take) new Find.Take.Claim(it))
                            .orElseGet(Find.Take.Whole::new));
        }
        var known =
                Arrays.stream(Find.Part.values())
                        .filter(each ->
                                each.name().toLowerCase(Locale.ROOT).equals(part.orElseThrow()))
                        .findFirst();
        if (known.isEmpty()) {
            problems.accept("the parts of an address are `host`, `path` and `query`");
        }
        return known.map(Find.Take.Address::new);
    }

    private Optional<Find.Source> source(Map<String, Object> fields) {
        if (fields.get("in") instanceof String json && fields.size() == 1) {
            return Optional.of(new Find.Source.Known(json));
        }
        if (fields.get("invoke") instanceof String function
                && Set.of("invoke", "event").containsAll(fields.keySet())) {
            var event = MAPPER.valueToTree(fields.getOrDefault("event", Map.of()));
            return Optional.of(new Find.Source.Invoked(new Invokes(function, event, List.of())));
        }
        return new CallReader(fields, (_, message) -> problems.accept(message))
                .bare()
                .map(Find.Source.Called::new);
    }
}
