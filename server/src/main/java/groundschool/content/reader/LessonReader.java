package groundschool.content.reader;

import groundschool.content.Heading;
import groundschool.content.Lesson;
import groundschool.content.Source;
import groundschool.content.markdown.Page;
import groundschool.content.markdown.SourceLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a lesson's own file. Its cards and questions stand in files of their own.
final class LessonReader {

    private LessonReader() {}

    static Parsed<Lesson> read(Page page) {
        var frontMatter = FrontMatter.of(page);
        if (frontMatter.isEmpty()) {
            return Parsed.nothing(page.report());
        }
        var fields = frontMatter.get();
        var id = fields.id("id");
        var title = fields.text("title");
        var time = fields.minutes();
        var objectives = fields.texts("objectives");
        fields.finish();
        if (objectives.isEmpty()) {
            page.report()
                    .lacking(
                            fields.line("objectives"),
                            "the lesson has no objectives: list skills, such as objectives: [\"1.2.3\"]");
        }
        var body = page.parts();
        var sources = sources(page);
        if (sources.isEmpty()) {
            page.report()
                    .lacking(
                            1,
                            "the lesson has no sources: end it with `## Sources` and a list of links");
        }
        checkHeadings(page, page.headings());
        var lesson =
                new Lesson(
                        id,
                        title,
                        time,
                        objectives,
                        body,
                        page.text(),
                        page.headings(),
                        sources,
                        page.terms(),
                        page.prices(),
                        List.of(),
                        List.of());
        return Parsed.of(
                page,
                Optional.of(lesson),
                List.of(new Parsed.Named("lesson", id, fields.line("id"))),
                mentions(objectives, fields.line("objectives"), page));
    }

    private static List<Parsed.Mention> mentions(
            List<String> objectives, int objectivesLine, Page page) {
        var mentions = new ArrayList<Parsed.Mention>();
        objectives.forEach(it -> mentions.add(new Parsed.Mention("objective", it, objectivesLine)));
        mentions.addAll(page.embedded((kind, id, line) -> new Parsed.Mention(kind, id, line)));
        return mentions;
    }

    static List<Source> sources(Page page) {
        return page.sections(2).stream()
                .filter(section -> section.title().text().equals("Sources"))
                .flatMap(section -> SourceLines.linksIn(section.body()).stream())
                .toList();
    }

    static void checkHeadings(Page page, List<Heading> headings) {
        var above = 1;
        for (var heading : headings) {
            if (heading.level() == 1) {
                page.report()
                        .problem(
                                page.lineOf(heading),
                                "begin headings with `##`: the title stands in the front matter");
            } else if (heading.level() > above + 1) {
                page.report()
                        .problem(
                                page.lineOf(heading),
                                "the heading skips a level: write `%s`"
                                        .formatted("#".repeat(above + 1)));
            }
            above = heading.level();
        }
    }
}
