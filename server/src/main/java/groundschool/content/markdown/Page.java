package groundschool.content.markdown;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import groundschool.content.Lesson;
import groundschool.content.Prose;
import groundschool.content.Report;
import groundschool.content.yaml.Fields;
import groundschool.content.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A Markdown file, parsed: its front matter, its blocks, and their HTML. Used by one thread.
public final class Page {

    private static final Pattern EMBED = Pattern.compile("\\[\\[(card|question):([^\\]\\s]+)]]");

    private final Optional<Fields> frontMatter;
    private final Document document;
    private final Rendering rendering;
    private final BlockHtml html;
    private final List<String> prices;
    private boolean writesFootnotes;

    /// @param text the whole file
    /// @param report where its problems go
    public Page(String text, Report report, Surroundings surroundings) {
        var head = Head.of(text);
        frontMatter =
                head.yaml()
                        .flatMap(yaml -> YamlReader.mapping(yaml, 2, report))
                        .map(mapping -> new Fields(mapping, report));
        var filled = Prices.in(head.body(), surroundings.lookup().prices(), report);
        prices = List.copyOf(filled.used());
        var lines = AttributeLines.in(filled.text());
        document = Flexmark.parse(lines.text());
        rendering =
                new Rendering(report, surroundings, new Lines(lines.text()), lines.attributes());
        html = new BlockHtml(rendering);
        for (var node : document.getDescendants()) {
            if (node instanceof FootnoteBlock footnote) {
                rendering.footnotes.put(footnote.getText().toString(), footnote);
            }
        }
    }

    /// The keys between the lines of dashes; absent if there are none or they cannot be read.
    public Optional<Fields> frontMatter() {
        return frontMatter;
    }

    /// Where problems go.
    public Report report() {
        return rendering.report;
    }

    /// The line of a node.
    public int line(Node node) {
        return rendering.line(node);
    }

    /// The attributes at the end of a line.
    public Attributes attributes(int line) {
        return rendering.attributes(line);
    }

    /// The attributes at the end of the line in which a node ends.
    public Attributes attributesOf(Node node) {
        var end = Math.max(node.getStartOffset(), node.getEndOffset() - 1);
        return rendering.attributes(rendering.lines.at(end));
    }

    /// All blocks at the top, in order.
    public List<Node> blocks() {
        var blocks = new ArrayList<Node>();
        document.getChildren().forEach(blocks::add);
        return blocks;
    }

    /// The blocks before the first heading of this level or a higher one.
    public List<Node> beforeSections(int level) {
        return blocks().stream()
                .takeWhile(node -> !(node instanceof Heading it && it.getLevel() <= level))
                .toList();
    }

    /// The sections that begin with a heading of this level or a higher one, in order.
    public List<Section> sections(int level) {
        var sections = new ArrayList<Section>();
        var blocks = blocks();
        var starts =
                java.util.stream.IntStream.range(0, blocks.size())
                        .filter(at ->
                                blocks.get(at) instanceof Heading it && it.getLevel() <= level)
                        .boxed()
                        .toList();
        for (var index = 0; index < starts.size(); index++) {
            var start = starts.get(index);
            var end = index + 1 < starts.size() ? starts.get(index + 1) : blocks.size();
            sections.add(
                    new Section(this, (Heading) blocks.get(start), blocks.subList(start + 1, end)));
        }
        return sections;
    }

    /// These nodes as HTML and as text.
    public Prose prose(List<? extends Node> nodes) {
        nodes.forEach(html::write);
        return new Prose(html.take().strip(), PlainText.of(nodes, false));
    }

    /// Reports what is wrong with these nodes, which are not shown as they are.
    void check(List<Node> nodes) {
        nodes.forEach(html::write);
        html.take();
    }

    /// What stands inside this node, without a paragraph around it.
    public Prose inline(Node parent) {
        var written = new StringBuilder();
        new InlineHtml(rendering, new PictureHtml(rendering)).writeChildren(parent, written);
        var children = new ArrayList<Node>();
        parent.getChildren().forEach(children::add);
        return new Prose(written.toString().strip(), PlainText.of(children, rendering.hidesCloze));
    }

    /// The same with the words of a cloze left out.
    public Prose inlineWithGaps(Node parent) {
        rendering.hidesCloze = true;
        var prose = inline(parent);
        rendering.hidesCloze = false;
        return prose;
    }

    /// The whole body, in parts between what is embedded, and with the first use of each term of
    /// the glossary linked to it, up to the sources.
    public List<Lesson.Part> parts() {
        var parts = new ArrayList<Lesson.Part>();
        rendering.linksTerms = true;
        for (var block : document.getChildren()) {
            var embed = EMBED.matcher(block.getChars().toString().strip());
            if (block instanceof Paragraph && embed.matches()) {
                addText(parts);
                parts.add(
                        embed.group(1).equals("card")
                                ? new Lesson.Part.EmbeddedCard(embed.group(2))
                                : new Lesson.Part.EmbeddedQuestion(embed.group(2)));
            } else if (block instanceof FencedCodeBlock code
                    && CodeHtml.Info.of(code).isRunnable()) {
                addText(parts);
                parts.add(commands(code, parts));
            } else {
                html.write(block);
            }
        }
        html.footnotes();
        writesFootnotes = true;
        rendering.linksTerms = false;
        addText(parts);
        return parts;
    }

    /// A block that is there twice is told apart by its number.
    private static Lesson.Part.Commands commands(FencedCodeBlock code, List<Lesson.Part> before) {
        var text = code.getContentChars().toString().strip();
        var same =
                before.stream()
                        .filter(part ->
                                part instanceof Lesson.Part.Commands it && it.text().equals(text))
                        .count();
        var id = Hash.of(text) + (same == 0 ? "" : "-" + (same + 1));
        return new Lesson.Part.Commands(id, text, CodeHtml.block("sh", text));
    }

    private void addText(List<Lesson.Part> parts) {
        var text = html.take().strip();
        if (!text.isEmpty()) {
            parts.add(new Lesson.Part.Text(text));
        }
    }

    /// What embeds a card or question, with its line.
    public interface Embedding<T> {
        /// @param kind `card` or `question`
        T of(String kind, String id, int line);
    }

    /// What the body embeds, in order.
    public <T> List<T> embedded(Embedding<T> make) {
        var embedded = new ArrayList<T>();
        for (var block : document.getChildren()) {
            var embed = EMBED.matcher(block.getChars().toString().strip());
            if (block instanceof Paragraph && embed.matches()) {
                embedded.add(make.of(embed.group(1), embed.group(2), line(block)));
            }
        }
        return embedded;
    }

    /// The terms of the glossary that the body names, in order.
    public List<String> terms() {
        return List.copyOf(rendering.terms);
    }

    /// The ids of the prices that the body names, in order.
    public List<String> prices() {
        return prices;
    }

    /// The words of the whole body.
    public String text() {
        return PlainText.of(blocks(), false);
    }

    /// The headings written so far.
    public List<groundschool.content.Heading> headings() {
        return List.copyOf(rendering.headings);
    }

    /// The line of a heading that was written.
    public int lineOf(groundschool.content.Heading heading) {
        return rendering.headingLines.getOrDefault(heading.anchor(), 1);
    }

    /// The links to other pages of the author's written so far.
    public List<Surroundings.Link> links() {
        return List.copyOf(rendering.links);
    }

    /// Reports what nothing has asked for: attributes in places where they mean nothing.
    public void finish() {
        if (!writesFootnotes && !rendering.usedFootnotes.isEmpty()) {
            report().problem(1, "footnotes are for lessons: say it in the text here");
        }
        for (var line : rendering.attributes.keySet()) {
            if (!rendering.usedAttributes.contains(line)) {
                report().problem(
                                line,
                                "braces at the end of a line belong behind a heading or an option; elsewhere write `…}`");
            }
        }
    }
}
