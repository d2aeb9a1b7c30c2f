package groundschool.command;

import groundschool.content.CheckCommand;
import groundschool.content.ContentReader;
import groundschool.lab.check.CheckRule;
import groundschool.proof.ProofRule;
import java.nio.file.Path;
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

    @Override
    public Integer call() {
        return new CheckCommand(new ContentReader(new CheckRule(), new ProofRule()))
                .run(System.out, content, labs);
    }
}
