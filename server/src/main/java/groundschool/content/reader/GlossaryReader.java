package groundschool.content.reader;

import groundschool.content.Ids;
import groundschool.content.Term;
import groundschool.content.markdown.Page;
import groundschool.content.markdown.Section;
import groundschool.content.markdown.SourceLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a glossary: each `##` heading is a term, and what follows it is what it means.
///
/// Its ids are anchors of one page. Nothing of a learner's hangs on them, so that a card may have
/// the same.
final class GlossaryReader {

    private final Page page;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();

    private GlossaryReader(Page page) {
        this.page = page;
    }

    static Parsed<List<Term>> read(Page page) {
        return new GlossaryReader(page).read();
    }

    private Parsed<List<Term>> read() {
        for (var block : page.beforeSections(6)) {
            page.report()
                    .problem(
                            page.line(block),
                            "a term begins with a heading: `## Its name {#its-id}`");
            break;
        }
        var terms = new ArrayList<Term>();
        page.sections(2).forEach(section -> terms.add(term(section)));
        return Parsed.of(page, Optional.of(List.copyOf(terms)), List.of(), List.of())
                .withAnchors(ids);
    }

    private Term term(Section section) {
        var attributes = section.attributes();
        for (var name : attributes.classes()) {
            if (!name.equals("service")) {
                section.problem("a term has no `.%s`; known is .service".formatted(name));
            }
        }
        for (var key : attributes.values().keySet()) {
            if (!key.equals("aliases")) {
                section.problem("a term has no attribute `%s`; known is aliases".formatted(key));
            }
        }
        var id = section.id("term");
        if (Ids.isId(id) && !ids.add(id)) {
            section.problem("two terms have the id `%s`".formatted(id));
        }
        var body = SourceLines.in(page, section.body());
        if (body.rest().isEmpty()) {
            section.problem("the term has no definition: say below its heading what it means");
        }
        if (body.sources().isEmpty()) {
            page.report()
                    .lacking(
                            section.line(),
                            "the term has no source: end it with `Source: [title](https://…)`");
        }
        var term =
                new Term(
                        id,
                        section.title().text(),
                        aliases(attributes.value("aliases").orElse("")),
                        attributes.classes().contains("service"),
                        page.prose(body.rest()),
                        body.sources());
        term.names().forEach(name -> claim(name, section));
        return term;
    }

    private static List<String> aliases(String given) {
        return Arrays.stream(given.split(",", -1))
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .toList();
    }

    private void claim(String name, Section section) {
        var before = names.put(name.toLowerCase(Locale.ROOT), section.title().text());
        if (before != null) {
            section.problem(
                    "`%s` is a name of the term `%s` already: a link could lead to one only"
                            .formatted(name, before));
        }
    }
}
