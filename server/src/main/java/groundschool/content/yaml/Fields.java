package groundschool.content.yaml;

import groundschool.content.Ids;
import groundschool.content.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The keys of a mapping, asked for one by one. What is missing or of the wrong form is reported
/// and answered with something harmless; what nobody asked for is reported by [#finish].
public final class Fields {

    private final Yaml.Mapping mapping;
    private final Report report;
    private final Set<String> asked = new LinkedHashSet<>();

    public Fields(Yaml.Mapping mapping, Report report) {
        this.mapping = mapping;
        this.report = report;
    }

    /// The mapping itself.
    public Yaml.Mapping mapping() {
        return mapping;
    }

    /// Whether the key is there.
    public boolean has(String key) {
        return mapping.keyLines().containsKey(key);
    }

    /// The line of a key, or of the mapping if the key is not there.
    public int line(String key) {
        return mapping.keyLines().getOrDefault(key, mapping.line());
    }

    /// The value of a key, of whatever form.
    public Optional<Yaml> value(String key) {
        asked.add(key);
        return Optional.ofNullable(mapping.entries().get(key));
    }

    /// A text that must be there.
    public String text(String key) {
        return textIfAny(key)
                .orElseGet(() -> {
                    report.problem(line(key), "`%s:` is missing".formatted(key));
                    return "";
                });
    }

    /// A text that may be left out; an empty one counts as left out.
    public Optional<String> textIfAny(String key) {
        var value = value(key);
        if (value.isPresent() && !(value.get() instanceof Yaml.Scalar)) {
            report.problem(line(key), "`%s:` must be a single text".formatted(key));
            return Optional.empty();
        }
        return value.map(it -> ((Yaml.Scalar) it).text().strip()).filter(text -> !text.isEmpty());
    }

    /// An id that must be there.
    public String id(String key) {
        var id = text(key);
        if (!id.isEmpty() && !Ids.isId(id)) {
            report.problem(line(key), "`%s` is no id: use %s".formatted(id, Ids.RULE));
        }
        return id;
    }

    /// A whole number that must be there, `from` if it is not.
    public int number(String key, int from, int to) {
        if (!has(key)) {
            report.problem(mapping.line(), "`%s:` is missing".formatted(key));
        }
        return numberIfAny(key, from, to).orElse(from);
    }

    /// A whole number that may be left out.
    public Optional<Integer> numberIfAny(String key, int from, int to) {
        var text = textIfAny(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.get().matches("-?\\d{1,9}")) {
            var number = Integer.parseInt(text.get());
            if (from <= number && number <= to) {
                return Optional.of(number);
            }
        }
        report.problem(
                line(key), "`%s:` must be a whole number from %d to %d".formatted(key, from, to));
        return Optional.empty();
    }

    /// The minutes that must stand under `minutes`.
    public Duration minutes() {
        return Duration.ofMinutes(number("minutes", 1, 600));
    }

    /// A yes or no, no if it is left out.
    public boolean flag(String key) {
        var text = textIfAny(key).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            report.problem(line(key), "`%s:` must be true or false".formatted(key));
        }
        return text.equals("true");
    }

    /// A list of texts; empty if it is left out.
    public List<String> texts(String key) {
        return switch (value(key).orElse(new Yaml.Sequence(List.of(), mapping.line()))) {
            case Yaml.Sequence(var items, _) -> {
                var texts = new ArrayList<String>();
                for (var item : items) {
                    if (item instanceof Yaml.Scalar scalar) {
                        texts.add(scalar.text().strip());
                    } else {
                        report.problem(item.line(), "`%s:` must list texts".formatted(key));
                    }
                }
                yield texts;
            }
            case Yaml.Scalar _, Yaml.Mapping _ -> {
                report.problem(line(key), "`%s:` must be a list: [one, two]".formatted(key));
                yield List.of();
            }
        };
    }

    /// Texts by name; empty if it is left out.
    public Map<String, String> textsByName(String key) {
        var texts = new LinkedHashMap<String, String>();
        child(key)
                .ifPresent(child ->
                        child.mapping.entries().keySet().stream()
                                .toList()
                                .forEach(name -> texts.put(name, child.text(name))));
        return texts;
    }

    /// The keys below a key, if it is there.
    public Optional<Fields> child(String key) {
        return value(key)
                .flatMap(value -> {
                    if (value instanceof Yaml.Mapping below) {
                        return Optional.of(new Fields(below, report));
                    }
                    report.problem(line(key), "`%s:` must have keys of its own".formatted(key));
                    return Optional.empty();
                });
    }

    /// The keys of each item of a list; empty if it is left out.
    public List<Fields> children(String key) {
        var children = new ArrayList<Fields>();
        switch (value(key).orElse(new Yaml.Sequence(List.of(), mapping.line()))) {
            case Yaml.Sequence(var items, _) -> {
                for (var item : items) {
                    if (item instanceof Yaml.Mapping below) {
                        children.add(new Fields(below, report));
                    } else {
                        report.problem(
                                item.line(), "each item of `%s:` must have keys".formatted(key));
                    }
                }
            }
            case Yaml.Scalar _, Yaml.Mapping _ ->
                    report.problem(line(key), "`%s:` must be a list".formatted(key));
        }
        return children;
    }

    /// Reports the keys that nobody asked for.
    public void finish() {
        for (var key : mapping.entries().keySet()) {
            if (!asked.contains(key)) {
                report.problem(
                        line(key),
                        "there is no `%s:` here; known are %s"
                                .formatted(key, String.join(", ", asked)));
            }
        }
    }
}
