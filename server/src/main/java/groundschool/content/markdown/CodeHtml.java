package groundschool.content.markdown;

import java.util.List;

/// Writes code blocks as HTML.
final class CodeHtml {

    private CodeHtml() {}

    /// What stands behind the opening fence: a language, and words.
    record Info(String language, List<String> words, String rest) {

        static Info of(String info) {
            var words = List.of(info.strip().split("\\s+"));
            var language = words.getFirst();
            return new Info(
                    language,
                    words.subList(1, words.size()),
                    info.strip().substring(language.length()).strip());
        }

        boolean runs() {
            return words.contains("run");
        }
    }

    static String figure(String language, boolean runs, String code) {
        return "<figure class=\"code\"%s%s><pre tabindex=\"0\"><code>%s</code></pre></figure>\n"
                .formatted(
                        language.isEmpty()
                                ? ""
                                : " data-language=\"%s\"".formatted(Escape.html(language)),
                        runs ? " data-run" : "",
                        Highlighter.html(language, code.stripTrailing()));
    }
}
