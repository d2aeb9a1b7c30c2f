package groundschool.importing;

import groundschool.content.Catalogue;
import groundschool.content.ContentReader;
import groundschool.content.Lesson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `import`: turns decks and notes in plain text into drafts of courses, one for each file. It
/// writes all of them or none, counts what went in and what came out, and overwrites nothing.
public final class ImportCommand {

    private static final int LARGEST_BYTES = 1_000_000;

    /// Imports the files into a folder of courses, which is made if it is not there.
    ///
    /// @return the exit code: 0 if everything was imported, 1 if nothing was
    public int run(PrintStream out, List<Path> files, Path into) {
        if (Files.exists(into.resolve("course.md"))) {
            out.println("%s is a course: name the folder that holds courses".formatted(into));
            return 1;
        }
        var imports = new LinkedHashMap<Path, Import>();
        for (var file : files) {
            var name = CourseWriter.slug(file.getFileName().toString());
            if (Files.exists(into.resolve(name))) {
                out.println(
                        "%s: %s is there already: move it away first, nothing is overwritten"
                                .formatted(file, into.resolve(name)));
                return 1;
            }
            try {
                imports.put(file, read(file));
            } catch (NotUnderstoodException e) {
                out.println("%s:%d: %s".formatted(file, e.line(), e.getMessage()));
                return 1;
            } catch (CharacterCodingException e) {
                out.println("%s: the file is not UTF-8: save it as UTF-8".formatted(file));
                return 1;
            } catch (IOException e) {
                out.println("%s: the file cannot be read: %s".formatted(file, e.getMessage()));
                return 1;
            }
        }
        try {
            return write(out, imports, into);
        } catch (IOException e) {
            out.println("%s cannot be written: %s".formatted(into, e.getMessage()));
            return 1;
        }
    }

    private static Import read(Path file) throws IOException, NotUnderstoodException {
        if (Files.size(file) > LARGEST_BYTES) {
            throw new IOException("it is larger than 1 MB");
        }
        return SeedReader.read(Files.readString(file));
    }

    private int write(PrintStream out, Map<Path, Import> imports, Path into) throws IOException {
        Files.createDirectories(into);
        var draft = Files.createTempDirectory(into, ".import-");
        try {
            var courses = new LinkedHashMap<String, Import.Counts>();
            for (var entry : imports.entrySet()) {
                var fileName = entry.getKey().getFileName().toString();
                var name = CourseWriter.slug(fileName);
                if (courses.putIfAbsent(name, entry.getValue().counts()) != null) {
                    out.println(
                            "two files would become the course `%s`: rename one".formatted(name));
                    return 1;
                }
                new CourseWriter(draft.resolve(name), fileName)
                        .write(entry.getValue(), fileName.replaceFirst("\\.[^.]+$", ""));
            }
            if (!isComplete(out, draft, courses)) {
                return 1;
            }
            publish(draft, into, List.copyOf(courses.keySet()));
            courses.forEach((name, counts) -> report(out, into.resolve(name), counts));
            return 0;
        } finally {
            delete(draft);
        }
    }

    /// Whether reading what was written gives as much as was imported.
    private static boolean isComplete(
            PrintStream out, Path draft, Map<String, Import.Counts> courses) {
        return switch (new ContentReader().read(draft, draft.resolve("no-labs"))) {
            case ContentReader.Result.Refused(var problems) -> {
                out.println("what was imported cannot be read back; nothing was written:");
                problems.forEach(out::println);
                yield false;
            }
            case ContentReader.Result.Loaded(var catalogue, _) -> {
                var isComplete = true;
                for (var course : courses.entrySet()) {
                    var found = countsIn(catalogue, course.getKey(), course.getValue());
                    if (!found.equals(course.getValue())) {
                        out.println(
                                "%s: of %s only %s came out; nothing was written"
                                        .formatted(course.getKey(), course.getValue(), found));
                        isComplete = false;
                    }
                }
                yield isComplete;
            }
        };
    }

    private static Import.Counts countsIn(
            Catalogue catalogue, String courseId, Import.Counts expected) {
        var lessons = catalogue.course(courseId).stream().flatMap(it -> it.lessons()).toList();
        var html = new StringBuilder();
        var cards = 0;
        for (var lesson : lessons) {
            for (var part : lesson.body()) {
                html.append(part instanceof Lesson.Part.Text(var text) ? text : "");
            }
            lesson.cards().forEach(card -> html.append(card.back().html()));
            cards += lesson.cards().size();
        }
        var bullets = html.toString().split("<li>", -1).length - 1;
        // The lesson that holds a deck is ours.
        var headings = expected.cards() > 0 ? lessons.size() - 1 : lessons.size();
        return new Import.Counts(headings, bullets, cards);
    }

    /// Moves all courses into their place, or none.
    private static void publish(Path draft, Path into, List<String> names) throws IOException {
        var moved = new ArrayList<String>();
        try {
            for (var name : names) {
                Files.move(draft.resolve(name), into.resolve(name), StandardCopyOption.ATOMIC_MOVE);
                moved.add(name);
            }
        } catch (IOException e) {
            for (var name : moved) {
                Files.move(into.resolve(name), draft.resolve(name));
            }
            throw e;
        }
    }

    private static void report(PrintStream out, Path folder, Import.Counts counts) {
        out.println(
                "%s: %d headings, %d bullets, %d cards in, and as many out; it is a draft"
                        .formatted(folder, counts.headings(), counts.bullets(), counts.cards()));
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
