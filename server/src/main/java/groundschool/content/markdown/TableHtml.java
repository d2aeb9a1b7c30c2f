package groundschool.content.markdown;

import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Locale;

/// Writes tables as HTML, inside a frame that scrolls where the page is narrow. A table whose
/// corner is empty has its rows' headings in the first column: the corner is no heading then, as a
/// screen reader would read an empty one out.
final class TableHtml {

    private enum Part {
        COLUMN_HEADING("th", " scope=\"col\""),
        ROW_HEADING("th", " scope=\"row\""),
        CELL("td", "");

        private final String tag;
        private final String scope;

        Part(String tag, String scope) {
            this.tag = tag;
            this.scope = scope;
        }
    }

    private final InlineHtml inlines;

    TableHtml(InlineHtml inlines) {
        this.inlines = inlines;
    }

    void write(TableBlock table, StringBuilder html) {
        var headsRows = isCornerEmpty(table);
        html.append("<div class=\"table\" tabindex=\"0\"><table>\n");
        for (var part : table.getChildren()) {
            if (part instanceof TableSeparator) {
                continue;
            }
            var tag = part instanceof TableHead ? "thead" : "tbody";
            html.append('<').append(tag).append(">\n");
            part.getChildren().forEach(row -> row(row, headsRows, html));
            html.append("</").append(tag).append(">\n");
        }
        html.append("</table></div>\n");
    }

    private static boolean isCornerEmpty(TableBlock table) {
        return table.getFirstChild() instanceof TableHead head
                && head.getFirstChild() instanceof TableRow row
                && row.getFirstChild() instanceof TableCell corner
                && corner.getText().isBlank();
    }

    private void row(Node node, boolean headsRows, StringBuilder html) {
        if (!(node instanceof TableRow row)) {
            return;
        }
        html.append("<tr>");
        for (var child : row.getChildren()) {
            if (child instanceof TableCell cell) {
                cell(cell, part(cell, headsRows && cell == row.getFirstChild()), html);
            }
        }
        html.append("</tr>\n");
    }

    private static Part part(TableCell cell, boolean headsRow) {
        if (cell.isHeader()) {
            return cell.getText().isBlank() ? Part.CELL : Part.COLUMN_HEADING;
        }
        return headsRow ? Part.ROW_HEADING : Part.CELL;
    }

    private void cell(TableCell cell, Part part, StringBuilder html) {
        html.append('<').append(part.tag).append(part.scope);
        if (cell.getAlignment() != null) {
            html.append(" class=\"align-");
            html.append(cell.getAlignment().name().toLowerCase(Locale.ROOT)).append('"');
        }
        html.append('>');
        if (part == Part.COLUMN_HEADING) {
            inlines.writeWithoutTerms(cell, html);
        } else {
            inlines.writeChildren(cell, html);
        }
        html.append("</").append(part.tag).append('>');
    }
}
