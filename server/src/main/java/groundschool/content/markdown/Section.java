package groundschool.content.markdown;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.util.ast.Node;
import groundschool.content.Ids;
import groundschool.content.Prose;
import java.util.List;

/// A heading of a page with what follows it: a card, a question, a step.
public record Section(Page page, Heading heading, List<Node> body) {

    public Section {
        body = List.copyOf(body);
    }

    /// The heading's line.
    public int line() {
        return page.line(heading);
    }

    /// What stands in braces behind the heading.
    public Attributes attributes() {
        return page.attributes(line());
    }

    /// The heading's words.
    public Prose title() {
        return page.inline(heading);
    }

    /// The heading's id; empty, and reported, if there is none that can be one.
    ///
    /// @param what is called for, such as `card`
    public String id(String what) {
        var id = attributes().id().orElse("");
        if (id.isEmpty()) {
            problem("the %s has no id: write {#its-id} behind its heading".formatted(what));
        } else if (!Ids.isId(id)) {
            problem("`%s` is no id: use %s".formatted(id, Ids.RULE));
            return "";
        }
        return id;
    }

    /// Reports a problem in the line of the heading.
    public void problem(String message) {
        page.report().problem(line(), message);
    }
}
