package groundschool.content.reader;

import groundschool.content.Lab;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/// Cuts a solution at its marks, `# step: create-the-table`.
final class LabScript {

    private static final Pattern MARK = Pattern.compile("#\\s*step:\\s*(\\S+)\\s*");

    private LabScript() {}

    static Lab.Script read(String text) {
        var preamble = new StringBuilder();
        var steps = new LinkedHashMap<String, StringBuilder>();
        var current = preamble;
        for (var line : text.lines().toList()) {
            var mark = MARK.matcher(line);
            if (mark.matches()) {
                current = steps.computeIfAbsent(mark.group(1), _ -> new StringBuilder());
            } else {
                current.append(line).append('\n');
            }
        }
        var cut = new LinkedHashMap<String, String>();
        steps.forEach((id, commands) -> cut.put(id, commands.toString()));
        return new Lab.Script(text, preamble.toString(), cut);
    }

    /// Reports steps without a mark and marks without a step.
    static void check(Lab.Script script, List<Lab.Step> steps, LabReader.ScriptReport report) {
        if (script.text().isEmpty()) {
            report.problem(1, "the solution is missing: write the commands that score 100");
            return;
        }
        var ids = steps.stream().map(Lab.Step::id).toList();
        for (var id : ids) {
            if (!script.steps().containsKey(id)) {
                report.problem(1, "the step `%s` has no mark: write `# step: %1$s`".formatted(id));
            }
        }
        var number = 0;
        for (var line : script.text().lines().toList()) {
            number++;
            var mark = MARK.matcher(line);
            if (mark.matches() && !ids.contains(mark.group(1))) {
                report.problem(
                        number,
                        "lab.md has no step `%s`; its steps are %s"
                                .formatted(mark.group(1), String.join(", ", ids)));
            }
        }
        var marked = List.copyOf(script.steps().keySet());
        if (ids.containsAll(marked) && marked.containsAll(ids) && !marked.equals(ids)) {
            report.problem(1, "the steps stand in another order than in lab.md");
        }
    }
}
