package groundschool.content;

import groundschool.content.ContentReader.Result;
import java.io.PrintStream;
import java.nio.file.Path;

/// `check`: reads all content and labs, and prints what is wrong with them.
public final class CheckCommand {

    private final ContentReader reader;

    public CheckCommand(ContentReader reader) {
        this.reader = reader;
    }

    /// Prints every problem as `file:line: message`, and totals: by unit and domain if there is no
    /// problem.
    ///
    /// @return the exit code: 1 if there is a problem, 0 if there are at most notes
    public int run(PrintStream out, Path contentFolder, Path labsFolder) {
        var result = reader.read(contentFolder, labsFolder);
        result.problems().forEach(out::println);
        return switch (result) {
            case Result.Refused(var problems) -> {
                var wrong = problems.stream().filter(Problem::refuses).count();
                out.println(count(wrong, "problem"));
                yield 1;
            }
            case Result.Loaded(var catalogue, var notes) -> {
                for (var course : catalogue.courses()) {
                    new Totals(course).lines().forEach(out::println);
                }
                out.println(totals(catalogue) + "; " + count(notes.size(), "note"));
                yield 0;
            }
        };
    }

    private static String totals(Catalogue catalogue) {
        return String.join(
                ", ",
                count(catalogue.courses().size(), "course"),
                count(catalogue.lessons().size(), "lesson"),
                count(catalogue.cards().size(), "card"),
                count(catalogue.questions().size(), "question"),
                count(catalogue.exams().size(), "exam"),
                count(catalogue.labs().size(), "lab"));
    }

    private static String count(long number, String what) {
        return "%d %s%s".formatted(number, what, number == 1 ? "" : "s");
    }
}
