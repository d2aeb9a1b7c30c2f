package groundschool.content.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListItem;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Writes blocks as HTML. Nothing of the author's reaches the page unescaped.
final class BlockHtml {

    private static final Pattern ADMONITION = Pattern.compile("\\[!(\\w+)]\\s*");
    private static final Map<String, String> ADMONITIONS =
            Map.of("NOTE", "Note", "TIP", "Tip", "WARNING", "Warning", "EXAM", "In the exam");

    private final Rendering rendering;
    private final InlineHtml inlines;
    private final PictureHtml pictures;
    private final StringBuilder html = new StringBuilder();

    BlockHtml(Rendering rendering) {
        this.rendering = rendering;
        this.pictures = new PictureHtml(rendering);
        this.inlines = new InlineHtml(rendering, pictures);
    }

    /// What was written since the last time it was taken.
    String take() {
        var taken = html.toString();
        html.setLength(0);
        return taken;
    }

    void write(Node node) {
        switch (node) {
            case Paragraph paragraph -> paragraph(paragraph);
            case Heading heading -> heading(heading);
            case FencedCodeBlock code -> fenced(code);
            case IndentedCodeBlock code ->
                    html.append(CodeHtml.figure("", code.getContentChars().toString()));
            case ListBlock list -> list(list);
            case BlockQuote quote -> quote(quote);
            case TableBlock table -> new TableHtml(inlines).write(table, html);
            case ThematicBreak _ -> html.append("<hr>\n");
            case HtmlBlockBase raw -> escaped(raw);
            case Reference _, FootnoteBlock _ -> {}
            default -> writeChildren(node);
        }
    }

    void writeChildren(Node parent) {
        parent.getChildren().forEach(this::write);
    }

    /// The footnotes that were referred to, numbered.
    void footnotes() {
        if (rendering.usedFootnotes.isEmpty()) {
            return;
        }
        html.append("<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n");
        var written = 0;
        while (written < rendering.usedFootnotes.size()) {
            var name = new ArrayList<>(rendering.usedFootnotes.keySet()).get(written);
            written++;
            html.append("<li id=\"footnote-").append(written).append("\">\n");
            var block = rendering.usedFootnotes.get(name);
            if (block != null) {
                writeChildren(block);
            }
            html.append("<a href=\"#footnote-reference-").append(written);
            html.append("\" aria-label=\"Back to the text\">↩</a></li>\n");
        }
        html.append("</ol>\n</section>\n");
    }

    private void paragraph(Paragraph paragraph) {
        if (pictures.isOnlyPicture(paragraph)) {
            html.append("<figure class=\"picture\">");
            inlines.writeChildren(paragraph, html);
            html.append("</figure>\n");
        } else if (paragraph.getParent() instanceof ListItem item
                && item.isParagraphInTightListItem(paragraph)) {
            inlines.writeChildren(paragraph, html);
            html.append('\n');
        } else {
            html.append("<p>");
            inlines.writeChildren(paragraph, html);
            html.append("</p>\n");
        }
    }

    private void heading(Heading heading) {
        var title = PlainText.of(heading).strip();
        var given = rendering.attributes(rendering.line(heading));
        var anchor = rendering.anchor(heading, given, title);
        rendering.headings.add(new groundschool.content.Heading(heading.getLevel(), anchor, title));
        rendering.headingLines.put(anchor, rendering.line(heading));
        var tag = "h" + heading.getLevel();
        html.append("<%s id=\"%s\">".formatted(tag, Escape.html(anchor)));
        inlines.writeWithoutTerms(heading, html);
        html.append("</%s>\n".formatted(tag));
        rendering.linksTerms &= !title.equals("Sources");
    }

    private void fenced(FencedCodeBlock code) {
        var info = CodeHtml.Info.of(code);
        if (info.language().equals("mermaid")) {
            pictures.diagram(code, info, html);
            return;
        }
        if (info.runs()) {
            rendering.problem(
                    code,
                    "`run` is for `sh` blocks that stand by themselves in a lesson, not in a list, a box, or anywhere else");
        }
        html.append(CodeHtml.figure(info.language(), code.getContentChars().toString()));
    }

    private void list(ListBlock list) {
        var tag = list instanceof BulletList ? "ul" : "ol";
        html.append('<').append(tag);
        if (list instanceof OrderedList ordered && ordered.getStartNumber() != 1) {
            html.append(" start=\"").append(ordered.getStartNumber()).append('"');
        }
        html.append(">\n");
        for (var item : list.getChildren()) {
            html.append("<li>");
            if (item instanceof TaskListItem task) {
                html.append(task.isItemDoneMarker() ? "☑ " : "☐ ");
            }
            writeChildren(item);
            html.append("</li>\n");
        }
        html.append("</").append(tag).append(">\n");
    }

    private void quote(BlockQuote quote) {
        var first = quote.getFirstChild();
        var marker = ADMONITION.matcher(first == null ? "" : first.getChars().toString());
        if (first == null || !marker.lookingAt()) {
            html.append("<blockquote>\n");
            writeChildren(quote);
            html.append("</blockquote>\n");
            return;
        }
        var kind = marker.group(1).toUpperCase(Locale.ROOT);
        if (!ADMONITIONS.containsKey(kind)) {
            rendering.problem(
                    quote, "there is no [!%s]: use NOTE, TIP, WARNING or EXAM".formatted(kind));
        }
        html.append(
                "<div class=\"admonition %s\" role=\"note\">\n<p class=\"admonition-title\">%s</p>\n"
                        .formatted(
                                kind.toLowerCase(Locale.ROOT),
                                ADMONITIONS.getOrDefault(kind, "Note")));
        var bodyStart = first.getStartOffset() + marker.end();
        html.append("<p>");
        var body = new ArrayList<Node>();
        for (var child : first.getChildren()) {
            if (child.getStartOffset() >= bodyStart) {
                body.add(child);
            }
        }
        inlines.writeAll(body, html);
        html.append("</p>\n");
        for (var next = first.getNext(); next != null; next = next.getNext()) {
            write(next);
        }
        html.append("</div>\n");
    }

    private void escaped(HtmlBlockBase raw) {
        html.append("<p>").append(Escape.html(raw.getChars().toString().strip())).append("</p>\n");
    }
}
