package groundschool.content.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The words of a Markdown file that somebody reads as prose: not code, not addresses, not ids, and
/// not what links to other people's pages say. Of its front matter, titles and summaries are prose.
public final class Words {

    private static final Pattern TITLE =
            Pattern.compile("(?<!\\S)\\{?(?:title|summary):\\s*(\"[^\"]*\"|'[^']*'|[^,}\\n]*)");
    private static final Pattern ADDRESS = Pattern.compile("\\w+://\\S+|\\{\\{[^}]*}}");
    private static final Pattern EMBED = Pattern.compile("\\s*\\[\\[[^\\]]*]]\\s*");
    private static final Pattern BREAK = Pattern.compile("[\\s/–—…-]+");
    private static final Pattern EDGE = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    /// What is a name of something in a program rather than a word.
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}'’]");

    private final Lines lines;
    private final List<Word> words = new ArrayList<>();

    private Words(Lines lines) {
        this.lines = lines;
    }

    /// A word.
    ///
    /// @param line from 1
    public record Word(String text, int line) {}

    /// All words of a file, in order.
    public static List<Word> in(String text) {
        var head = Head.of(text);
        var body = AttributeLines.in(head.body()).text();
        var found = new Words(new Lines(body));
        head.yaml().ifPresent(found::frontMatter);
        found.read(Flexmark.parse(body));
        return List.copyOf(found.words);
    }

    private void frontMatter(String yaml) {
        var line = 1;
        for (var each : yaml.split("\n", -1)) {
            line++;
            var title = TITLE.matcher(each);
            while (title.find()) {
                split(title.group(1), line);
            }
        }
    }

    private void read(Node node) {
        switch (node) {
            case Text text -> text(text);
            case Code _,
                    FencedCodeBlock _,
                    IndentedCodeBlock _,
                    HtmlBlockBase _,
                    HtmlInlineBase _,
                    AutoLink _,
                    MailLink _,
                    Reference _ -> {}
            case Paragraph paragraph when EMBED.matcher(paragraph.getChars()).matches() -> {}
            // Mostly the title of a page, which its author has spelt.
            case Link link when ADDRESS.matcher(link.getUrl()).lookingAt() -> {}
            default -> node.getChildren().forEach(this::read);
        }
    }

    /// A word may be cut in two by marks in its middle, as in `un*true*`; nobody writes so.
    private void text(Text text) {
        var line = lines.at(text.getStartOffset());
        for (var each : text.getChars().unescape().split("\n", -1)) {
            split(each, line++);
        }
    }

    private void split(String text, int line) {
        for (var token : BREAK.split(ADDRESS.matcher(text).replaceAll(" "))) {
            var word = EDGE.matcher(token).replaceAll("");
            if (!word.isEmpty() && !NO_WORD.matcher(word).find()) {
                words.add(new Word(word, line));
            }
        }
    }
}
