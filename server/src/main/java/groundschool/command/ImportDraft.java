package groundschool.command;

import groundschool.importing.ImportCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Turns plain notes or a deck of cards into a draft course.
@Command(
        name = "import",
        description =
                "Turn plain notes or a deck of cards into a draft course. Nothing is dropped; what goes in and what comes out is counted.",
        mixinStandardHelpOptions = true)
final class ImportDraft implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "notes or decks")
    private List<Path> files = List.of();

    @Option(
            names = "--into",
            required = true,
            paramLabel = "DIR",
            description = "a new folder for the course")
    private Path into = Path.of("");

    @Override
    public Integer call() {
        return new ImportCommand().run(System.out, files, into);
    }
}
