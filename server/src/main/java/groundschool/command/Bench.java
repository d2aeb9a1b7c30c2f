package groundschool.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Named here for the list of commands; the launcher starts the benchmarks, which are a module of
/// their own.
@Command(
        name = "bench",
        description = "Measure against references in the same run; needs the sources.",
        mixinStandardHelpOptions = true)
final class Bench implements Callable<Integer> {

    @Override
    public Integer call() {
        throw new CommandFailed(
                "The benchmarks are not part of the zip: run bin/groundschool bench in a clone of the repository.");
    }
}
