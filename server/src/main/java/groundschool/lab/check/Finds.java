package groundschool.lab.check;

import groundschool.content.CheckBlock;
import groundschool.content.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds first what no author can know, such as the id of the API that the learner has made or a
/// token of somebody who signs in, and asks then.
///
/// `find:` has names; below each a `call:` with its `input:`, an `invoke:` with its `event:`, or
/// `in:` with what was found before, and the `path:` of a text or number in the answer, which
/// `${name}` stands for in what follows it. Where that text is a token, `claim:` takes one of its
/// claims instead; where it is an address, `part:` takes its host, path or query.
public record Finds(CheckBlock block, Filling filling) implements Check {

    static final String KEY = "find";

    @Override
    public Optional<Evidence> look(Scene scene) {
        // What signs somebody in, for one, leaves its traces in the fork.
        return scene.inFork(this::lookThere);
    }

    private Optional<Evidence> lookThere(Scene scene) {
        var values = new LinkedHashMap<>(filling.values());
        for (var name : names(block)) {
            var find = find(block, name, new Filling(values), new ArrayList<>()).orElseThrow();
            var lookedAt = find.source().lookedAt(scene.inspector().region());
            switch (find.source().look(scene)) {
                case Calls.Outcome.Answered(var answer) -> {
                    var found = find.in(answer);
                    if (found.isEmpty()) {
                        return Optional.of(
                                new Evidence(lookedAt, find.where(), "nothing", "the " + name));
                    }
                    values.put(name, found.get());
                }
                case Calls.Outcome.Refused(var code, var message) -> {
                    return Optional.of(
                            new Evidence(
                                    lookedAt, "", Calls.inWords(code, message), "the " + name));
                }
            }
        }
        return CheckReader.asked(block, new Filling(values)).look(scene);
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
        return new FindReader(name, filling, message -> problems.add(block.problem(KEY, message)))
                .read(written == null ? "" : written);
    }
}
