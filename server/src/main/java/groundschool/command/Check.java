package groundschool.command;

import groundschool.content.CheckCommand;
import groundschool.content.ContentReader;
import groundschool.content.rule.CourseRules;
import groundschool.lab.check.CheckRule;
import groundschool.proof.ProofRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Reads all content and labs, and reports every problem.
@Command(
        name = "check",
        description =
                "Read all content and labs, and run the proofs of questions; print every problem as file:line: message, and totals. Exit code 1 if there is any.",
        mixinStandardHelpOptions = true)
final class Check implements Callable<Integer> {

    @Option(
            names = "--content",
            paramLabel = "DIR",
            defaultValue = "${sys:groundschool.home}/content",
            description = "folder of courses, or one course")
    private Path content = Path.of("");

    @Option(
            names = "--labs",
            paramLabel = "DIR",
            defaultValue = "${sys:groundschool.home}/labs",
            description = "folder of labs")
    private Path labs = Path.of("");

    @Option(
            names = "--seeds",
            paramLabel = "DIR",
            description = "folder of texts of which the content may repeat no eight words in a row")
    private Optional<Path> seeds = Optional.empty();

    @Override
    public Integer call() throws CommandFailed {
        if (seeds.isPresent() && !Files.isDirectory(seeds.get())) {
            throw new CommandFailed("There is no folder %s.".formatted(seeds.get()));
        }
        var rules = new ArrayList<ContentReader.Rule>();
        rules.add(new ProofRule());
        rules.addAll(CourseRules.of(content, seeds));
        return new CheckCommand(new ContentReader(new CheckRule(), rules))
                .run(System.out, content, labs);
    }
}
