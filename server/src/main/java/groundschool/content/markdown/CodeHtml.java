package groundschool.content.markdown;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import java.util.List;

/// Writes code blocks as HTML.
final class CodeHtml {

    private CodeHtml() {}

    /// What stands behind the opening fence: a language, and words.
    record Info(String language, List<String> words, String rest) {

        static Info of(FencedCodeBlock code) {
            return of(code.getInfo().unescape());
        }

        static Info of(String info) {
            var words = List.of(info.strip().split("\\s+"));
            var language = words.getFirst();
            return new Info(
                    language,
                    words.subList(1, words.size()),
                    info.strip().substring(language.length()).strip());
        }

        /// Whether its author wants it run.
        boolean runs() {
            return words.contains("run");
        }

        /// Whether it can be run.
        boolean isRunnable() {
            return runs() && language.equals("sh");
        }
    }

    static String figure(String language, String code) {
        return "<figure class=\"code\"%s>%s</figure>\n"
                .formatted(
                        language.isEmpty()
                                ? ""
                                : " data-language=\"%s\"".formatted(Escape.html(language)),
                        block(language, code));
    }

    /// The code in colours, without a frame.
    static String block(String language, String code) {
        return "<pre tabindex=\"0\"><code>%s</code></pre>"
                .formatted(Highlighter.html(language, code.stripTrailing()));
    }
}
