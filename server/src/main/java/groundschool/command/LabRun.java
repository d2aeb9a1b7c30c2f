package groundschool.command;

import groundschool.content.Catalogue;
import groundschool.content.ContentReader;
import groundschool.content.Problem;
import groundschool.lab.Grading;
import groundschool.lab.Rehearsal;
import groundschool.lab.check.CheckRule;
import groundschool.lab.check.Evidence;
import groundschool.lab.check.Verdict;
import groundschool.terminal.Result;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Grades a lab in a sandbox in memory: an empty one, or one in which its solution was run.
@Command(
        name = "run",
        description = "Grade a lab in an empty sandbox, or after its solution.",
        mixinStandardHelpOptions = true)
final class LabRun implements Callable<Integer> {

    @Parameters(paramLabel = "LAB", description = "the id of a lab")
    private String labId = "";

    @Option(names = "--solution", description = "run the lab's solution first; exit 0 only at 100")
    private boolean withSolution;

    @Option(
            names = "--content",
            defaultValue = "${sys:groundschool.home}/content",
            description = "folder of courses")
    private Path content = Path.of("");

    @Option(
            names = "--labs",
            defaultValue = "${sys:groundschool.home}/labs",
            description = "folder of labs")
    private Path labs = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var catalogue = catalogue();
        var lab = catalogue.lab(labId);
        if (lab.isEmpty()) {
            throw new CommandFailed(
                    "there is no lab %s; there are: %s".formatted(labId, ids(catalogue)));
        }
        try (var rehearsal = new Rehearsal(catalogue.before(lab.get()), lab.get())) {
            var solved = true;
            if (withSolution) {
                solved = succeeded(rehearsal.solve());
            }
            var grading = rehearsal.grade();
            print(grading, out);
            return withSolution && !(solved && grading.complete()) ? 1 : 0;
        }
    }

    private Catalogue catalogue() {
        return switch (new ContentReader(new CheckRule(), List.of()).read(content, labs)) {
            case ContentReader.Result.Loaded(var catalogue, _) -> catalogue;
            case ContentReader.Result.Refused(var problems) ->
                    throw new CommandFailed(
                            "the content cannot be read:\n"
                                    + problems.stream()
                                            .map(Problem::toString)
                                            .collect(Collectors.joining("\n")));
        };
    }

    private static String ids(Catalogue catalogue) {
        return catalogue.labs().stream()
                .map(groundschool.content.Lab::id)
                .collect(Collectors.joining(", "));
    }

    private boolean succeeded(Result result) {
        if (result.exitCode() == 0) {
            return true;
        }
        var failed = result.commands().getLast();
        var err = spec.commandLine().getErr();
        err.printf("the solution stopped at: %s%n%s", failed.command(), result.error());
        err.flush();
        return false;
    }

    private static void print(Grading grading, PrintWriter out) {
        grading.lab()
                .checks()
                .forEach(check -> {
                    var verdict = grading.verdict(check.id()).orElseThrow();
                    out.printf(
                            "%-16s%4d  %s%n",
                            word(verdict), verdict.passed() ? check.points() : 0, check.title());
                    switch (verdict) {
                        case Verdict.NotYet(var evidence, _, _) -> print(evidence, out);
                        case Verdict.CouldNotCheck(var reason) ->
                                out.printf("%22s%s%n", "", reason);
                        case Verdict.Passed _ -> {}
                    }
                });
        out.printf("score %d/100%n", grading.score());
        out.flush();
    }

    private static void print(Evidence evidence, PrintWriter out) {
        out.printf("%22slooked at  %s%n", "", evidence.lookedAt());
        out.printf("%22sfound      %s%n", "", evidence.foundThere());
        out.printf("%22sexpected   %s%n", "", evidence.expected());
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed _ -> "passed";
            case Verdict.NotYet _ -> "not yet";
            case Verdict.CouldNotCheck _ -> "not checked";
        };
    }
}
