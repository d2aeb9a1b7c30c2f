package groundschool.content.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import java.util.List;

/// The words of Markdown without its marks.
final class PlainText {

    private final StringBuilder text = new StringBuilder();
    private final boolean hidesCloze;

    private PlainText(boolean hidesCloze) {
        this.hidesCloze = hidesCloze;
    }

    /// The words inside a node.
    static String of(Node parent) {
        var plain = new PlainText(false);
        parent.getChildren().forEach(plain::write);
        return plain.text.toString();
    }

    /// The words of several nodes.
    static String of(List<? extends Node> nodes, boolean hidesCloze) {
        var plain = new PlainText(hidesCloze);
        nodes.forEach(plain::write);
        return plain.text.toString().strip();
    }

    private void write(Node node) {
        switch (node) {
            case Text it -> text.append(it.getChars().unescape());
            case HtmlEntity it -> text.append(it.getChars().unescape());
            case HtmlInlineBase it -> text.append(it.getChars());
            case Code it -> text.append(InlineHtml.codeOf(it));
            case SoftLineBreak _, HardLineBreak _ -> text.append(' ');
            case AutoLink it -> text.append(it.getText());
            case MailLink it -> text.append(it.getText());
            case FencedCodeBlock it -> text.append(it.getContentChars()).append('\n');
            case IndentedCodeBlock it -> text.append(it.getContentChars()).append('\n');
            case Cloze it when hidesCloze -> text.append("[…]");
            case Reference _, Footnote _, TableSeparator _ -> {}
            default -> {
                node.getChildren().forEach(this::write);
                if (node instanceof TableCell) {
                    text.append(' ');
                } else if (node instanceof Block && !text.isEmpty() && !endsLine()) {
                    text.append('\n');
                }
            }
        }
    }

    private boolean endsLine() {
        return text.charAt(text.length() - 1) == '\n';
    }
}
