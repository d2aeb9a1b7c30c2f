package groundschool.content.markdown;

import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Locale;

/// Writes tables as HTML, inside a frame that scrolls where the page is narrow.
final class TableHtml {

    private final InlineHtml inlines;

    TableHtml(InlineHtml inlines) {
        this.inlines = inlines;
    }

    void write(TableBlock table, StringBuilder html) {
        html.append("<div class=\"table\" tabindex=\"0\"><table>\n");
        for (var part : table.getChildren()) {
            if (part instanceof TableSeparator) {
                continue;
            }
            var tag = part instanceof TableHead ? "thead" : "tbody";
            html.append('<').append(tag).append(">\n");
            part.getChildren().forEach(row -> row(row, html));
            html.append("</").append(tag).append(">\n");
        }
        html.append("</table></div>\n");
    }

    private void row(Node node, StringBuilder html) {
        if (!(node instanceof TableRow row)) {
            return;
        }
        html.append("<tr>");
        for (var child : row.getChildren()) {
            if (child instanceof TableCell cell) {
                cell(cell, html);
            }
        }
        html.append("</tr>\n");
    }

    private void cell(TableCell cell, StringBuilder html) {
        html.append(cell.isHeader() ? "<th scope=\"col\"" : "<td");
        if (cell.getAlignment() != null) {
            html.append(" class=\"align-");
            html.append(cell.getAlignment().name().toLowerCase(Locale.ROOT)).append('"');
        }
        html.append('>');
        if (cell.isHeader()) {
            inlines.writeWithoutTerms(cell, html);
        } else {
            inlines.writeChildren(cell, html);
        }
        html.append(cell.isHeader() ? "</th>" : "</td>");
    }
}
