package groundschool.content.yaml;

import groundschool.content.Report;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads YAML into a tree that knows its lines, and reports what is wrong with it.
public final class YamlReader {

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setAllowDuplicateKeys(true).build();

    private final Report report;
    private final int firstLine;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlReader(Report report, int firstLine) {
        this.report = report;
        this.firstLine = firstLine;
    }

    /// The mapping that the text holds; absent, and reported, if it is not one.
    ///
    /// @param firstLine the line of the file in which the text begins
    public static Optional<Yaml.Mapping> mapping(String text, int firstLine, Report report) {
        var reader = new YamlReader(report, firstLine);
        try {
            return new Compose(SETTINGS)
                    .composeString(text)
                    .flatMap(reader::converted)
                    .or(() -> Optional.of(empty(firstLine)))
                    .flatMap(reader::asMapping);
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark().map(mark -> mark.getLine() + firstLine).orElse(firstLine);
            report.problem(line, "this is not YAML: " + firstLine(e.getProblem()));
        } catch (YamlEngineException e) {
            report.problem(
                    firstLine, "this is not YAML: " + firstLine(String.valueOf(e.getMessage())));
        } catch (StackOverflowError e) {
            report.problem(firstLine, "this YAML is nested too deeply");
        }
        return Optional.empty();
    }

    private static Yaml.Mapping empty(int line) {
        return new Yaml.Mapping(new LinkedHashMap<>(), new HashMap<>(), line);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private Optional<Yaml.Mapping> asMapping(Yaml yaml) {
        if (yaml instanceof Yaml.Mapping mapping) {
            return Optional.of(mapping);
        }
        report.problem(yaml.line(), "expected keys with values, such as `title: Tables`");
        return Optional.empty();
    }

    private Optional<Yaml> converted(Node node) {
        if (!(node instanceof ScalarNode) && !seen.add(node)) {
            report.problem(lineOf(node), "YAML aliases are not read here: write it out");
            return Optional.empty();
        }
        return switch (node) {
            case ScalarNode scalar -> Optional.of(scalar(scalar));
            case SequenceNode sequence -> {
                var items = new ArrayList<Yaml>();
                sequence.getValue().forEach(item -> converted(item).ifPresent(items::add));
                yield Optional.of(new Yaml.Sequence(items, lineOf(node)));
            }
            case MappingNode mapping -> Optional.of(mapping(mapping));
            default -> Optional.empty();
        };
    }

    private Yaml.Mapping mapping(MappingNode node) {
        var entries = new LinkedHashMap<String, Yaml>();
        var lines = new HashMap<String, Integer>();
        for (var tuple : node.getValue()) {
            var line = lineOf(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                report.problem(line, "a key must be a word");
                continue;
            }
            if (lines.putIfAbsent(key.getValue(), line) != null) {
                report.problem(line, "`%s` stands here twice".formatted(key.getValue()));
                continue;
            }
            converted(tuple.getValueNode()).ifPresent(it -> entries.put(key.getValue(), it));
        }
        return new Yaml.Mapping(entries, lines, lineOf(node));
    }

    private Yaml.Scalar scalar(ScalarNode node) {
        var text = node.getValue();
        return new Yaml.Scalar(text, value(node.getTag(), text), lineOf(node));
    }

    private static Object value(Tag tag, String text) {
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        try {
            if (tag.equals(Tag.INT)) {
                return Long.valueOf(text);
            }
            if (tag.equals(Tag.FLOAT)) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException e) {
            return text;
        }
        return text;
    }

    private int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + firstLine).orElse(firstLine);
    }
}
