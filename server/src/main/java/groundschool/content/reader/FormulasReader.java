package groundschool.content.reader;

import groundschool.content.Formulas;
import groundschool.content.markdown.Page;
import java.util.List;
import java.util.Optional;

/// Reads a course's sheet of formulas: prose below a title, with its sources.
final class FormulasReader {

    private FormulasReader() {}

    static Parsed<Formulas> read(Page page) {
        var frontMatter = FrontMatter.of(page);
        if (frontMatter.isEmpty()) {
            return Parsed.nothing(page.report());
        }
        var fields = frontMatter.get();
        var title = fields.text("title");
        fields.finish();
        var body = page.prose(page.blocks());
        var sources = LessonReader.sources(page);
        if (sources.isEmpty()) {
            page.report()
                    .lacking(
                            1,
                            "the formulas have no sources: end them with `## Sources` and a list of links");
        }
        LessonReader.checkHeadings(page, page.headings());
        return Parsed.of(
                page,
                Optional.of(new Formulas(title, body, page.headings(), sources)),
                List.of(),
                List.of());
    }
}
