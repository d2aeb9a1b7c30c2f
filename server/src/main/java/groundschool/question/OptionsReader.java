package groundschool.question;

import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListItem;
import com.vladsch.flexmark.util.ast.Node;
import groundschool.content.Ids;
import groundschool.content.Prose;
import groundschool.content.markdown.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the options of a choice or a multiple response: a task list with a reason under each.
final class OptionsReader {

    private final QuestionReader question;
    private final Page page;
    private final List<Option> options = new ArrayList<>();
    private final Set<String> right = new LinkedHashSet<>();

    private OptionsReader(QuestionReader question) {
        this.question = question;
        this.page = question.section().page();
    }

    static Optional<Question> read(QuestionReader question, String type) {
        return new OptionsReader(question).read(type);
    }

    private Optional<Question> read(String type) {
        var blocks = question.blocks();
        var list = blocks.stream().filter(OptionsReader::isOptions).findFirst();
        if (list.isEmpty()) {
            problem("the question has no options: list them as `- [ ] wrong` and `- [x] right`");
            return Optional.empty();
        }
        for (var item : list.get().getChildren()) {
            option(item);
        }
        if (!isValid(type)) {
            return Optional.empty();
        }
        var at = blocks.indexOf(list.get());
        var details =
                question.details(
                        blocks.subList(0, at),
                        blocks.subList(at + 1, blocks.size()),
                        options.stream().map(Option::id).toList());
        StemCount.check(details.stem().text(), right.size()).ifPresent(this::problem);
        return Optional.of(
                right.size() == 1
                        ? new Choice(details, options, right.iterator().next())
                        : new MultipleResponse(details, options, right));
    }

    private static boolean isOptions(Node block) {
        return block instanceof BulletList && block.getFirstChild() instanceof TaskListItem;
    }

    private void option(Node node) {
        if (!(node instanceof TaskListItem item)
                || !(item.getFirstChild() instanceof Paragraph text)) {
            page.report().problem(page.line(node), "an option begins with `- [ ]` or `- [x]`");
            return;
        }
        var place = String.valueOf(options.size() + 1);
        var id = page.attributesOf(text).id().orElse(place);
        if (!Ids.isId(id)) {
            page.report().problem(page.line(node), "`%s` is no id: use %s".formatted(id, Ids.RULE));
        }
        var reason = page.prose(following(text));
        if (reason.isEmpty()) {
            page.report()
                    .problem(
                            page.line(node),
                            "the option has no reason: say below it, indented, why it is right or wrong");
        }
        var option = new Option(id, page.inline(text), reason);
        Wording.ofOption(option.text().text())
                .ifPresent(it -> page.report().lacking(page.line(node), it));
        options.add(option);
        if (item.isItemDoneMarker()) {
            right.add(id);
        }
    }

    private static List<Node> following(Node first) {
        var following = new ArrayList<Node>();
        for (var next = first.getNext(); next != null; next = next.getNext()) {
            following.add(next);
        }
        return following;
    }

    private boolean isValid(String type) {
        var before = page.report().problems().size();
        var ids = new HashSet<String>();
        for (var option : options) {
            if (!ids.add(option.id())) {
                problem("two options have the id `%s`".formatted(option.id()));
            }
        }
        var texts = options.stream().map(Option::text).map(Prose::text);
        if (texts.distinct().count() < options.size()) {
            problem("two options say the same");
        }
        if (right.isEmpty()) {
            problem("no option is right: mark one with [x]");
        } else if (right.size() == options.size()) {
            problem("every option is right: a question needs wrong ones too");
        }
        if (type.equals("choice") && right.size() > 1) {
            problem("type=choice has one right option, not %d".formatted(right.size()));
        }
        if (type.equals("multiple-response") && right.size() == 1) {
            problem("type=multiple-response has several right options, not one");
        }
        return page.report().problems().size() == before && !right.isEmpty();
    }

    private void problem(String message) {
        question.section().problem(message);
    }
}
