package groundschool.content.reader;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import groundschool.content.CheckBlock;
import groundschool.content.markdown.Page;
import groundschool.content.yaml.Fields;
import groundschool.content.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Reads what every check of a lab has, and keeps the rest for the package that runs checks.
final class CheckReader {

    private CheckReader() {}

    static Optional<CheckBlock> read(Page page, FencedCodeBlock block) {
        var line = page.line(block);
        var report = page.report();
        var yaml = YamlReader.mapping(block.getContentChars().toString(), line + 1, report);
        if (yaml.isEmpty()) {
            return Optional.empty();
        }
        var fields = new Fields(yaml.get(), report);
        var kinds = CheckBlock.KINDS.stream().filter(fields::has).toList();
        if (kinds.size() != 1) {
            report.problem(
                    line,
                    "a check has exactly one of the keys %s; this has %s"
                            .formatted(
                                    String.join(", ", CheckBlock.KINDS),
                                    kinds.isEmpty() ? "none" : String.join(" and ", kinds)));
        }
        var plain = new LinkedHashMap<String, Object>();
        yaml.get().entries().forEach((key, value) -> plain.put(key, value.plain()));
        return Optional.of(
                new CheckBlock(
                        fields.id("id"),
                        fields.text("title"),
                        fields.number("points", 1, 100),
                        kinds.isEmpty() ? CheckBlock.KINDS.getFirst() : kinds.getFirst(),
                        plain,
                        yaml.get().keyLines(),
                        report.file(),
                        line));
    }
}
