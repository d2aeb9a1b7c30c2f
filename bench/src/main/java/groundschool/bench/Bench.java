package groundschool.bench;

import groundschool.bench.measurement.ApiRequests;
import groundschool.bench.measurement.ApiThrottling;
import groundschool.bench.measurement.Authorizing;
import groundschool.bench.measurement.CardGrade;
import groundschool.bench.measurement.ContentCheck;
import groundschool.bench.measurement.DynamoDbInProcess;
import groundschool.bench.measurement.DynamoDbOverHttp;
import groundschool.bench.measurement.ExamAnswer;
import groundschool.bench.measurement.FunctionCalls;
import groundschool.bench.measurement.Functions;
import groundschool.bench.measurement.IdleMemory;
import groundschool.bench.measurement.LabChecks;
import groundschool.bench.measurement.LessonPage;
import groundschool.bench.measurement.MillionItems;
import groundschool.bench.measurement.Objects;
import groundschool.bench.measurement.SandboxMemory;
import groundschool.bench.measurement.SandboxOpening;
import groundschool.bench.measurement.SignIns;
import groundschool.bench.measurement.Start;
import groundschool.command.Logs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures how fast Groundschool is, each figure against a reference in the same run, and prints a
/// table.
@Command(
        name = "groundschool bench",
        description = {
            "Measure, and print a table: each figure is the median of five runs that alternate with those of its",
            "reference. Nothing else should run on the machine. docs/bench.md says what each figure means."
        },
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {

    private static final List<Measurement> ALL =
            List.of(
                    new Start(),
                    new IdleMemory(),
                    new LessonPage(),
                    new CardGrade(),
                    new ExamAnswer(),
                    new LabChecks(),
                    new DynamoDbOverHttp(),
                    new DynamoDbInProcess(),
                    new MillionItems(),
                    new Objects(),
                    new Authorizing(),
                    new Functions(),
                    new FunctionCalls(),
                    new ApiRequests(),
                    new ApiThrottling(),
                    new SignIns(),
                    new SandboxOpening(),
                    new SandboxMemory(),
                    new ContentCheck());

    @Option(names = "--quick", description = "one short run of each, to see that it works")
    private boolean quick;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            description = "only this; may be given more than once")
    private List<String> only = List.of();

    /// Runs the command.
    public static void main(String[] arguments) {
        Logs.configure();
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var chosen =
                ALL.stream()
                        .filter(each ->
                                only.isEmpty() ? !each.isLong() : only.contains(each.name()))
                        .toList();
        if (chosen.isEmpty()) {
            System.err.println("There is no such measurement. There are: " + names());
            return CommandLine.ExitCode.USAGE;
        }
        var folder = Files.createTempDirectory("groundschool-bench");
        try {
            Table.print(
                    measure(chosen, quick ? Plan.quick(folder) : Plan.full(folder)), System.out);
        } finally {
            delete(folder);
        }
        return CommandLine.ExitCode.OK;
    }

    private static List<Figure> measure(List<Measurement> chosen, Plan plan) throws Exception {
        var figures = new ArrayList<Figure>();
        for (var measurement : chosen) {
            var progress =
                    new Progress(
                            chosen.indexOf(measurement) + 1, chosen.size(), measurement.name());
            figures.addAll(measurement.measure(plan, progress));
        }
        return figures;
    }

    private static String names() {
        return ALL.stream().map(Measurement::name).collect(Collectors.joining(", "));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
