package groundschool.terminal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A lab's script by its steps, which lines such as `# step: create-the-table` begin.
///
/// @param preamble what stands before the first step
/// @param steps each step's script by its id, in the script's order
public record ScriptSteps(String preamble, Map<String, String> steps) {

    private static final Pattern MARKER = Pattern.compile("#\\s*step:\\s*(\\S+)\\s*");

    public ScriptSteps {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }

    /// @throws IllegalArgumentException if a step is there twice
    public static ScriptSteps of(String script) {
        var preamble = new ArrayList<String>();
        var steps = new LinkedHashMap<String, List<String>>();
        var lines = (List<String>) preamble;
        for (var line : script.lines().toList()) {
            var marker = MARKER.matcher(line);
            if (marker.matches()) {
                lines = new ArrayList<>();
                if (steps.put(marker.group(1), lines) != null) {
                    throw new IllegalArgumentException(
                            "step %s is there twice".formatted(marker.group(1)));
                }
            } else {
                lines.add(line);
            }
        }
        var scripts = new LinkedHashMap<String, String>();
        steps.forEach((id, text) -> scripts.put(id, joined(text)));
        return new ScriptSteps(joined(preamble), scripts);
    }

    private static String joined(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
