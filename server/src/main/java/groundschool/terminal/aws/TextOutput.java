package groundschool.terminal.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// `--output text`: a line for each structure, its plain values separated by tabs in the order of
/// their names, headed by the name of what holds it.
final class TextOutput {

    private final StringBuilder text = new StringBuilder();

    private TextOutput() {}

    static String of(JsonNode value) {
        var output = new TextOutput();
        output.write(value, Optional.empty(), Optional.empty());
        return output.text.toString();
    }

    private void write(JsonNode value, Optional<String> heading, Optional<List<String>> columns) {
        if (value.isObject()) {
            structure(value, heading, columns);
        } else if (value.isArray()) {
            list(value, heading);
        } else {
            text.append(PythonText.str(value)).append('\n');
        }
    }

    private void list(JsonNode list, Optional<String> heading) {
        var elements = list.values();
        if (elements.stream().anyMatch(JsonNode::isObject)) {
            var columns = columns(list);
            elements.forEach(each -> write(each, heading, Optional.of(columns)));
            return;
        }
        var plain = elements.stream().filter(each -> !each.isArray()).toList();
        if (!plain.isEmpty()) {
            plain(plain, heading);
        }
        elements.stream()
                .filter(JsonNode::isArray)
                .forEach(each -> write(each, heading, Optional.empty()));
    }

    private void plain(List<JsonNode> values, Optional<String> heading) {
        if (heading.isEmpty()) {
            text.append(values.stream().map(PythonText::str).collect(Collectors.joining("\t")))
                    .append('\n');
            return;
        }
        for (var value : values) {
            text.append(upper(heading.get())).append('\t');
            text.append(PythonText.str(value)).append('\n');
        }
    }

    private void structure(
            JsonNode structure, Optional<String> heading, Optional<List<String>> columns) {
        var nested = new TreeSet<>(structure.propertyNames());
        var line = new ArrayList<String>();
        if (columns.isPresent()) {
            for (var column : columns.get()) {
                line.add(structure.has(column) ? PythonText.str(structure.path(column)) : "");
                nested.remove(column);
            }
        } else {
            for (var name : List.copyOf(nested)) {
                if (!structure.path(name).isContainer()) {
                    line.add(PythonText.str(structure.path(name)));
                    nested.remove(name);
                }
            }
        }
        if (!line.isEmpty()) {
            heading.ifPresent(each -> line.addFirst(upper(each)));
            text.append(String.join("\t", line)).append('\n');
        }
        for (var name : nested) {
            write(structure.path(name), Optional.of(name), Optional.empty());
        }
    }

    private static List<String> columns(JsonNode list) {
        var columns = new TreeSet<String>();
        for (var each : list.values()) {
            for (var member : each.properties()) {
                if (!member.getValue().isContainer()) {
                    columns.add(member.getKey());
                }
            }
        }
        return List.copyOf(columns);
    }

    private static String upper(String heading) {
        return heading.toUpperCase(Locale.ROOT);
    }
}
