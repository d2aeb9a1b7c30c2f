package groundschool.importing;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes plain text as Markdown that shows the same words.
final class MarkdownWriter {

    private static final Pattern URL = Pattern.compile("https?://[^\\s<>]*[^\\s<>.,:;)]");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~=&$]");

    private MarkdownWriter() {}

    /// Text within a line; addresses become links.
    static String inline(String text) {
        var written = new StringBuilder();
        var urls = URL.matcher(text);
        var end = 0;
        while (urls.find()) {
            written.append(escaped(text.substring(end, urls.start())));
            written.append('<').append(urls.group()).append('>');
            end = urls.end();
        }
        return written.append(escaped(text.substring(end))).toString();
    }

    private static String escaped(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }

    /// Lines as paragraphs and nested lists.
    static String lines(List<Import.Line> lines) {
        var written = new StringBuilder();
        var level = 0;
        for (var line : lines) {
            if (line.level() == 0) {
                written.append(level > 0 ? "\n" : "");
                written.append(atStart(inline(line.text()))).append("\n\n");
                level = 0;
            } else {
                level = Math.min(line.level(), level + 1);
                written.append("  ".repeat(level - 1)).append("- ");
                written.append(line.important() ? "**Important:** " : "");
                written.append(atStart(inline(line.text()))).append('\n');
            }
        }
        return written.toString().strip() + "\n";
    }

    /// What would begin a list or a heading does not.
    private static String atStart(String text) {
        return text.replaceFirst("^([-+])", "\\\\$1").replaceFirst("^(\\d+)([.)])", "$1\\\\$2");
    }

    /// A text in front matter.
    static String quoted(String text) {
        return text.codePoints()
                .mapToObj(it ->
                        switch (it) {
                            case '"' -> "\\\"";
                            case '\\' -> "\\\\";
                            case '\t' -> "\\t";
                            default -> Character.toString(it);
                        })
                .collect(Collectors.joining("", "\"", "\""));
    }
}
