package groundschool.question;

import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.util.ast.Node;
import groundschool.content.Ids;
import groundschool.content.markdown.Hash;
import groundschool.content.markdown.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Reads the parts of an ordering, a numbered list, and of a matching, a table of two columns.
final class PartsReader {

    private PartsReader() {}

    static Optional<Question> ordering(QuestionReader question) {
        var page = question.section().page();
        var blocks = question.blocks();
        var list = blocks.stream().filter(OrderedList.class::isInstance).findFirst();
        if (list.isEmpty()) {
            question.section().problem("an ordering needs a numbered list in the right order");
            return Optional.empty();
        }
        var items = new ArrayList<Ordering.Item>();
        for (var item : list.get().getChildren()) {
            if (item.getFirstChild() instanceof Paragraph text && text.getNext() == null) {
                var prose = page.inline(text);
                var id = page.attributesOf(text).id().orElseGet(() -> idFrom(prose.text()));
                if (!Ids.isId(id)) {
                    page.report()
                            .problem(
                                    page.line(item),
                                    "`%s` is no id: use %s".formatted(id, Ids.RULE));
                }
                items.add(new Ordering.Item(id, prose));
            } else {
                page.report().problem(page.line(item), "an item of an ordering is one paragraph");
            }
        }
        if (items.size() < 3 || items.size() > 5) {
            question.section()
                    .problem("an ordering has 3 to 5 items, not %d".formatted(items.size()));
            return Optional.empty();
        }
        if (!distinct(items.stream().map(Ordering.Item::id).toList())) {
            question.section().problem("two items of the ordering are the same");
            return Optional.empty();
        }
        return Optional.of(new Ordering(details(question, blocks, list.get()), items));
    }

    static Optional<Question> matching(QuestionReader question) {
        var page = question.section().page();
        var blocks = question.blocks();
        var table = blocks.stream().filter(TableBlock.class::isInstance).findFirst();
        if (table.isEmpty()) {
            question.section().problem("a matching needs a table of two columns");
            return Optional.empty();
        }
        var titles = new ArrayList<String>();
        var pairs = new ArrayList<Matching.Pair>();
        for (var part : table.get().getChildren()) {
            for (var row : part.getChildren()) {
                var cells = cells(row);
                if (part instanceof TableHead) {
                    cells.forEach(cell -> titles.add(page.inline(cell).text()));
                } else if (part instanceof TableBody && cells.size() == 2) {
                    pairs.add(pair(page, pairs.size() + 1, cells));
                } else if (part instanceof TableBody) {
                    page.report().problem(page.line(row), "a row of a matching has two cells");
                }
            }
        }
        if (titles.size() != 2 || pairs.size() < 3 || pairs.size() > 7) {
            question.section()
                    .problem(
                            "a matching is a table with two columns and 3 to 7 rows; here are %d and %d"
                                    .formatted(titles.size(), pairs.size()));
            return Optional.empty();
        }
        if (!distinct(pairs.stream().map(pair -> pair.prompt().text()).toList())) {
            question.section().problem("two rows of the matching ask the same");
            return Optional.empty();
        }
        return Optional.of(
                new Matching(
                        details(question, blocks, table.get()),
                        titles.getFirst(),
                        titles.getLast(),
                        pairs));
    }

    private static Matching.Pair pair(Page page, int place, List<TableCell> cells) {
        var answer = page.inline(cells.getLast());
        return new Matching.Pair(
                String.valueOf(place),
                page.inline(cells.getFirst()),
                new Matching.Choosable(idFrom(answer.text()), answer));
    }

    private static List<TableCell> cells(Node row) {
        var cells = new ArrayList<TableCell>();
        for (var child : row.getChildren()) {
            if (child instanceof TableCell cell) {
                cells.add(cell);
            }
        }
        return cells;
    }

    /// An id that says nothing about the place.
    private static String idFrom(String text) {
        return Hash.of(text).substring(0, 8);
    }

    private static boolean distinct(List<String> texts) {
        return new HashSet<>(texts).size() == texts.size();
    }

    private static Details details(QuestionReader question, List<Node> blocks, Node part) {
        var at = blocks.indexOf(part);
        return question.details(
                blocks.subList(0, at), blocks.subList(at + 1, blocks.size()), List.of("right"));
    }
}
