package groundschool.content.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.util.ast.Node;

/// Writes what stands inside paragraphs as HTML.
final class InlineHtml {

    private final Rendering rendering;
    private final PictureHtml pictures;
    private final Links links;

    InlineHtml(Rendering rendering, PictureHtml pictures) {
        this.rendering = rendering;
        this.pictures = pictures;
        this.links = new Links(rendering);
    }

    void writeChildren(Node parent, StringBuilder html) {
        writeAll(parent.getChildren(), html);
    }

    /// Writes nodes that follow one another. A term may begin in one line of a paragraph and end in
    /// the next.
    void writeAll(Iterable<Node> nodes, StringBuilder html) {
        var words = new StringBuilder();
        for (var node : nodes) {
            if (rendering.linksTerms && isWords(node)) {
                words.append(node instanceof SoftLineBreak ? "\n" : node.getChars().unescape());
            } else {
                words(words, html);
                write(node, html);
            }
        }
        words(words, html);
    }

    private static boolean isWords(Node node) {
        return node instanceof Text || node instanceof SoftLineBreak || node instanceof HtmlEntity;
    }

    /// Writes words with the first use of each term linked, and takes them.
    private void words(StringBuilder words, StringBuilder html) {
        var text = words.toString();
        words.setLength(0);
        var lookup = rendering.surroundings.lookup();
        var written = 0;
        for (var found : lookup.terms().in(text)) {
            if (rendering.terms.add(found.termId())) {
                html.append(Escape.html(text.substring(written, found.start())));
                html.append(
                        "<a class=\"term\" href=\"%s#%s\">%s</a>"
                                .formatted(
                                        Escape.html(lookup.glossary()),
                                        Escape.html(found.termId()),
                                        Escape.html(text.substring(found.start(), found.end()))));
                written = found.end();
            }
        }
        html.append(Escape.html(text.substring(written)));
    }

    /// Writes what stands inside a node, with no term linked.
    void writeWithoutTerms(Node parent, StringBuilder html) {
        var before = rendering.linksTerms;
        rendering.linksTerms = false;
        writeChildren(parent, html);
        rendering.linksTerms = before;
    }

    void write(Node node, StringBuilder html) {
        switch (node) {
            case Text text -> html.append(Escape.html(text.getChars().unescape()));
            case HtmlEntity entity -> html.append(Escape.html(entity.getChars().unescape()));
            case SoftLineBreak _ -> html.append('\n');
            case HardLineBreak _ -> html.append("<br>\n");
            case Code code -> html.append("<code>%s</code>".formatted(Escape.html(codeOf(code))));
            case Emphasis _ -> wrapped("em", node, html);
            case StrongEmphasis _ -> wrapped("strong", node, html);
            case Strikethrough _ -> wrapped("del", node, html);
            case Cloze cloze -> cloze(cloze, html);
            case Link link -> link(link, link.getUrl().unescape(), html);
            case LinkRef link -> reference(link, html);
            case AutoLink link -> link(link, link.getUrl().unescape(), html);
            case MailLink link -> link(link, "mailto:" + link.getText().unescape(), html);
            case Image image ->
                    pictures.picture(
                            image, image.getUrl().unescape(), PlainText.of(image).strip(), html);
            case ImageRef image ->
                    rendering.problem(
                            image, "write the image's path here: ![description](images/x.svg)");
            case Footnote footnote -> footnote(footnote, html);
            case HtmlInlineBase raw -> html.append(Escape.html(raw.getChars().toString()));
            default -> {
                if (node.hasChildren()) {
                    writeChildren(node, html);
                } else {
                    html.append(Escape.html(node.getChars().unescape()));
                }
            }
        }
    }

    private void wrapped(String tag, Node node, StringBuilder html) {
        html.append('<').append(tag).append('>');
        writeChildren(node, html);
        html.append("</").append(tag).append('>');
    }

    static String codeOf(Code code) {
        return code.getText().toString().replaceAll("\\s+", " ");
    }

    private void cloze(Cloze cloze, StringBuilder html) {
        if (rendering.hidesCloze) {
            html.append("<span class=\"cloze\" role=\"img\" aria-label=\"hidden\">[…]</span>");
        } else {
            wrapped("mark", cloze, html);
        }
    }

    private void reference(LinkRef link, StringBuilder html) {
        var found = link.isDefined() ? link.getReferenceNode(link.getDocument()) : (Reference) null;
        if (found == null) {
            html.append(Escape.html(link.getChars().unescape()));
        } else {
            link(link, found.getUrl().unescape(), html);
        }
    }

    private void link(Node node, String url, StringBuilder html) {
        html.append("<a href=\"%s\">".formatted(Escape.html(links.resolved(node, url))));
        switch (node) {
            case LinkRef link when !link.getReference().isEmpty() && !link.hasChildren() ->
                    html.append(Escape.html(link.getReference().unescape()));
            case AutoLink link -> html.append(Escape.html(link.getText().unescape()));
            case MailLink link -> html.append(Escape.html(link.getText().unescape()));
            default -> writeWithoutTerms(node, html);
        }
        html.append("</a>");
    }

    private void footnote(Footnote footnote, StringBuilder html) {
        var name = footnote.getText().toString();
        var number = rendering.numberOfFootnote(name);
        if (number.isEmpty()) {
            rendering.problem(footnote, "there is no footnote [^%s]: on this page".formatted(name));
            return;
        }
        html.append(
                "<sup id=\"footnote-reference-%1$d\"><a href=\"#footnote-%1$d\" aria-label=\"Footnote %1$d\">%1$d</a></sup>"
                        .formatted(number.get()));
    }
}
