package groundschool.content;

import groundschool.content.ContentReader.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small course about a ferry line, on disk, to be broken in one place by each test.
public final class CourseFixture {

    public static final String COURSE =
            """
            ---
            id: ferries
            title: Ferries
            exam: {code: FRY-1, questions: 4, scored: 3, minutes: 10, pass: 700, scale: {from: 100, to: 1000}}
            domains:
              - id: "1"
                title: Harbours
                weight: 60
                scored: 2
                unscored: 1
                tasks:
                  - id: "1.1"
                    title: Moor
                    skills:
                      - {id: "1.1.1", title: Tie a knot}
              - id: "2"
                title: Open sea
                weight: 40
                scored: 1
                unscored: 0
                tasks:
                  - id: "2.1"
                    title: Steer
                    skills:
                      - {id: "2.1.1", title: Keep a course}
            ---

            All about ferries.
            """;

    public static final String LESSON =
            """
            ---
            id: mooring
            title: Mooring
            minutes: 5
            objectives: ["1.1.1"]
            ---

            A ferry is tied up.

            ## Ropes

            Two of them.

            ## Sources

            - [Ropes](https://example.com/ropes)
            """;

    public static final String CARDS =
            """
            ## How many ropes? {#rope-count}

            Two.

            Source: [Ropes](https://example.com/ropes)
            """;

    public static final String QUESTION =
            """
            ## Which rope {#which-rope objective=1.1.1 difficulty=1}

            Which rope comes first?

            - [ ] The thin one.

              It breaks.

            - [x] The bow rope.

              It holds the bow.

            Source: [Ropes](https://example.com/ropes)
            """;

    public final Path content;
    public final Path labs;

    public CourseFixture(Path folder) {
        content = folder.resolve("content");
        labs = folder.resolve("labs");
        write("course.md", COURSE);
        write("01-harbour/unit.md", "---\nid: harbour\ntitle: In the harbour\n---\n");
        write("01-harbour/01-mooring.md", LESSON);
        write("01-harbour/01-mooring.cards.md", CARDS);
        write("01-harbour/01-mooring.questions.md", QUESTION);
    }

    /// Writes a file of the course.
    public CourseFixture write(String path, String text) {
        return writeTo(content.resolve("ferries").resolve(path), text);
    }

    public CourseFixture writeLab(String path, String text) {
        return writeTo(labs.resolve("sail").resolve(path), text);
    }

    /// A lesson with this text between its front matter and its sources.
    public CourseFixture lessonWith(String body) {
        return write("01-harbour/01-mooring.md", LESSON.replace("Two of them.", body));
    }

    private CourseFixture writeTo(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Result read() {
        return new ContentReader().read(content, labs);
    }

    /// The catalogue, which must be good.
    public Catalogue catalogue() {
        return switch (read()) {
            case Result.Loaded(var catalogue, _) -> catalogue;
            case Result.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    /// The problems as `path:line: message`, the path inside the course or lab.
    public java.util.List<String> problems() {
        return problems(new ContentReader());
    }

    /// The same with these rules.
    public java.util.List<String> problems(ContentReader.Rule... rules) {
        return problems(new ContentReader(rules));
    }

    private java.util.List<String> problems(ContentReader reader) {
        return reader.read(content, labs).problems().stream()
                .map(it ->
                        it.toString()
                                .replace(content.resolve("ferries") + "/", "")
                                .replace(labs.resolve("sail") + "/", "")
                                .replace(content + "/", ""))
                .toList();
    }

    /// The HTML of the lesson's body.
    public String lessonHtml() {
        var html = new StringBuilder();
        for (var part : catalogue().lesson("mooring").orElseThrow().body()) {
            html.append(part instanceof Lesson.Part.Text(var text) ? text : part.toString());
        }
        return html.toString();
    }
}
