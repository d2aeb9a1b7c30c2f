package groundschool.lab.check;

import groundschool.content.CheckBlock;
import groundschool.content.Problem;
import groundschool.jmespath.JmesPath;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds first what no author can know, such as the id of the API that the learner has made or a
/// token of somebody who signs in, and asks then.
///
/// `find:` has names; below each a `call:` with its `input:`, and the `path:` of a text or number
/// in its answer, which `${name}` stands for in what follows it. Where that text is a token,
/// `claim:` takes one of its claims instead.
public record Finds(CheckBlock block, Filling filling) implements Check {

    static final String KEY = "find";

    private static final Set<String> KEYS = Set.of("call", "input", "path", "claim");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Override
    public Optional<Evidence> look(Scene scene) {
        // What signs somebody in, for one, leaves its traces in the fork.
        return scene.inFork(this::lookThere);
    }

    private Optional<Evidence> lookThere(Scene scene) {
        var values = new LinkedHashMap<>(filling.values());
        for (var name : names(block)) {
            var find = find(block, name, new Filling(values), new ArrayList<>()).orElseThrow();
            var region = scene.inspector().region();
            switch (find.call().make(scene.emulator(), scene.inspector())) {
                case Calls.Outcome.Answered(var answer) -> {
                    var found = find.in(answer);
                    if (!found.isValueNode() || found.isNull()) {
                        return Optional.of(
                                new Evidence(
                                        find.call().lookedAt(region),
                                        find.where(),
                                        "nothing",
                                        "the " + name));
                    }
                    values.put(name, found.asString());
                }
                case Calls.Outcome.Refused(var code, var message) -> {
                    return Optional.of(
                            new Evidence(
                                    find.call().lookedAt(region),
                                    "",
                                    Calls.inWords(code, message),
                                    "the " + name));
                }
            }
        }
        return CheckReader.asked(block, new Filling(values)).look(scene);
    }

    /// @param claim of the token that is found; empty if it is the text itself
    private record Find(Calls call, JmesPath path, String claim) {

        JsonNode in(JsonNode answer) {
            var found = path.search(answer);
            return claim.isEmpty() ? found : claims(found).path(claim);
        }

        String where() {
            return claim.isEmpty() ? path.toString() : claim + " of the token in " + path;
        }

        private static JsonNode claims(JsonNode token) {
            var parts = token.asString("").split("\\.", -1);
            try {
                return parts.length < 2
                        ? MAPPER.nullNode()
                        : MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
            } catch (IllegalArgumentException | JacksonException notToken) {
                return MAPPER.nullNode();
            }
        }
    }

    /// The names that a check finds, in the order in which it looks; none if it is not of this
    /// kind.
    static List<String> names(CheckBlock block) {
        return block.fields().get(KEY) instanceof Map<?, ?> finds
                ? finds.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    /// What is wrong with what a check would find.
    static List<Problem> problems(CheckBlock block, Filling filling) {
        var problems = new ArrayList<Problem>();
        if (block.fields().containsKey(KEY) && names(block).isEmpty()) {
            problems.add(block.problem(KEY, "`find:` has names, and below each a call and a path"));
        }
        var values = new LinkedHashMap<>(filling.values());
        for (var name : names(block)) {
            find(block, name, new Filling(values), problems);
            values.put(name, "x");
        }
        return problems;
    }

    private static Optional<Find> find(
            CheckBlock block, String name, Filling filling, List<Problem> problems) {
        var written = block.fields().get(KEY) instanceof Map<?, ?> finds ? finds.get(name) : "";
        if (!(written instanceof Map<?, ?> map) || !KEYS.containsAll(map.keySet())) {
            problems.add(
                    block.problem(
                            KEY,
                            "`%s` is found by `{ call: …, input: …, path: … }`".formatted(name)));
            return Optional.empty();
        }
        var unknown = filling.unknown(map);
        if (!unknown.isEmpty()) {
            problems.add(
                    block.problem(
                            KEY, "there is no variable %s".formatted(String.join(", ", unknown))));
            return Optional.empty();
        }
        var fields = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> fields.put(String.valueOf(key), filling.fill(value)));
        var path = String.valueOf(fields.remove("path"));
        var claim = fields.containsKey("claim") ? String.valueOf(fields.remove("claim")) : "";
        try {
            var compiled = JmesPath.of(path);
            return new CallReader(fields, (_, message) -> problems.add(block.problem(KEY, message)))
                    .bare()
                    .map(call -> new Find(call, compiled, claim));
        } catch (IllegalArgumentException e) {
            problems.add(
                    block.problem(KEY, "`%s` is not JMESPath: %s".formatted(path, e.getMessage())));
            return Optional.empty();
        }
    }
}
