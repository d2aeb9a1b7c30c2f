package groundschool.content.markdown;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Colours code: wraps comments, strings, keywords and numbers of a few languages in spans. It
/// looks at words, not at grammar, which is enough to read by.
final class Highlighter {

    private static final List<String> CLASSES = List.of("comment", "string", "keyword", "number");

    private static final String DOUBLE_QUOTED = "\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"";
    private static final String SINGLE_QUOTED = "'[^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+'";
    private static final String NUMBER = "\\b\\d[\\d_]*+(?:\\.\\d++)?\\b";

    private static final Pattern JSON =
            language("(?!)", DOUBLE_QUOTED, "\\b(?:true|false|null)\\b", "-?" + NUMBER);
    private static final Pattern YAML =
            language(
                    "(?<=^|\\s)#[^\\n]*+",
                    DOUBLE_QUOTED + "|" + SINGLE_QUOTED,
                    "(?<=^|[\\s{,-])[\\w.$/-]++(?=:(?:\\s|$))|!\\w++|\\b(?:true|false|null)\\b",
                    NUMBER);
    private static final Pattern SHELL =
            language(
                    "(?<=^|\\s)#[^\\n]*+",
                    "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'[^']*+'",
                    words("if then else fi for in do done while case esac function export echo aws")
                            + "|(?<=\\s)--?[a-zA-Z][\\w-]*+|\\$\\{?\\w++}?",
                    NUMBER);
    private static final Pattern JAVASCRIPT =
            language(
                    "//[^\\n]*+|/\\*(?s:.*?)\\*/",
                    DOUBLE_QUOTED + "|" + SINGLE_QUOTED + "|`[^`\\\\]*+(?:\\\\.[^`\\\\]*+)*+`",
                    words(
                            "async await break case catch class const continue default delete do else"
                                    + " export extends false finally for from function if import in"
                                    + " instanceof let new null of return static super switch this throw"
                                    + " true try typeof undefined var void while yield"),
                    NUMBER);
    private static final Pattern PYTHON =
            language(
                    "#[^\\n]*+",
                    "\"\"\"(?s:.*?)\"\"\"|'''(?s:.*?)'''|" + DOUBLE_QUOTED + "|" + SINGLE_QUOTED,
                    words(
                            "False None True and as assert async await break class continue def del"
                                    + " elif else except finally for from global if import in is lambda"
                                    + " nonlocal not or pass raise return try while with yield"),
                    NUMBER);
    private static final Pattern JAVA =
            language(
                    "//[^\\n]*+|/\\*(?s:.*?)\\*/",
                    "\"\"\"(?s:.*?)\"\"\"|" + DOUBLE_QUOTED + "|" + SINGLE_QUOTED,
                    words(
                            "abstract boolean break byte case catch char class continue default do"
                                    + " double else enum extends false final finally float for if"
                                    + " implements import instanceof int interface long new null package"
                                    + " permits private protected public record return sealed static"
                                    + " super switch this throw throws true try var void while yield"),
                    NUMBER);
    private static final Pattern HTTP =
            language(
                    "(?!)",
                    DOUBLE_QUOTED,
                    "^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\\b|\\bHTTP/[\\d.]++|^[A-Za-z][\\w-]*+(?=:)",
                    NUMBER);

    private static final Map<String, Pattern> LANGUAGES =
            Map.ofEntries(
                    Map.entry("json", JSON),
                    Map.entry("yaml", YAML),
                    Map.entry("yml", YAML),
                    Map.entry("sh", SHELL),
                    Map.entry("bash", SHELL),
                    Map.entry("js", JAVASCRIPT),
                    Map.entry("mjs", JAVASCRIPT),
                    Map.entry("javascript", JAVASCRIPT),
                    Map.entry("py", PYTHON),
                    Map.entry("python", PYTHON),
                    Map.entry("java", JAVA),
                    Map.entry("http", HTTP));

    private Highlighter() {}

    private static String words(String words) {
        return "\\b(?:" + words.replace(' ', '|') + ")\\b";
    }

    /// The four patterns in the order of [#CLASSES]: where several begin at one place, the first
    /// wins.
    private static Pattern language(String... patterns) {
        return Pattern.compile("(" + String.join(")|(", patterns) + ")", Pattern.MULTILINE);
    }

    /// The code as HTML; without colours in a language that it does not know.
    static String html(String language, String code) {
        var pattern = Optional.ofNullable(LANGUAGES.get(language));
        return pattern.isEmpty() ? Escape.html(code) : coloured(pattern.get(), code);
    }

    private static String coloured(Pattern pattern, String code) {
        var html = new StringBuilder();
        var matcher = pattern.matcher(code);
        var end = 0;
        while (matcher.find()) {
            html.append(Escape.html(code.substring(end, matcher.start())));
            for (var group = 1; group <= CLASSES.size(); group++) {
                if (matcher.group(group) != null) {
                    html.append("<span class=\"tok-").append(CLASSES.get(group - 1)).append("\">");
                    html.append(Escape.html(matcher.group())).append("</span>");
                }
            }
            end = matcher.end();
        }
        return html.append(Escape.html(code.substring(end))).toString();
    }
}
