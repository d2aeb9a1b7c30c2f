package groundschool.content.reader;

import groundschool.content.Unit;
import groundschool.content.markdown.Page;
import java.util.List;
import java.util.Optional;

/// Reads a unit's own file. Its lessons stand in files of their own.
final class UnitReader {

    private UnitReader() {}

    static Parsed<Unit> read(Page page) {
        var frontMatter = FrontMatter.of(page);
        if (frontMatter.isEmpty()) {
            return Parsed.nothing(page.report());
        }
        var fields = frontMatter.get();
        var id = fields.id("id");
        var title = fields.text("title");
        var summary = fields.textIfAny("summary").orElse("");
        fields.finish();
        var unit = new Unit(id, title, summary, page.prose(page.blocks()), List.of());
        return Parsed.of(
                page,
                Optional.of(unit),
                List.of(new Parsed.Named("unit", id, fields.line("id"))),
                List.of());
    }
}
