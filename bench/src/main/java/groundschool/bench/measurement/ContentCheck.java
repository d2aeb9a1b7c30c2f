package groundschool.bench.measurement;

import groundschool.bench.Bar;
import groundschool.bench.Comparison;
import groundschool.bench.Figure;
import groundschool.bench.Measurement;
import groundschool.bench.Plan;
import groundschool.bench.Progress;
import groundschool.bench.Quantity;
import groundschool.bench.Unit;
import groundschool.bench.process.BareFlexmark;
import groundschool.bench.process.JavaCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The whole of `check` over a large course, as its author waits for it: start of the process to
/// its end.
public final class ContentCheck implements Measurement {

    @Override
    public String name() {
        return "content";
    }

    @Override
    public List<Figure> measure(Plan plan, Progress progress) throws Exception {
        var content = plan.freshFolder();
        GeneratedCourse.write(content);
        var check =
                JavaCommand.groundschool(
                        Optional.empty(),
                        "check",
                        "--content=" + content,
                        "--labs=" + plan.freshFolder());
        var reference = JavaCommand.bare(BareFlexmark.class, content.toString());
        var quantity =
                new Quantity(
                        "check of 500 pages, 1,000 questions",
                        Unit.MILLISECONDS,
                        Bar.below(5000, Unit.MILLISECONDS));
        return new Comparison(
                        "bare flexmark",
                        List.of(quantity),
                        () -> List.of(run(check, "500 lessons", "1000 questions")),
                        () -> List.of(run(reference)))
                .run(plan, progress);
    }

    /// @param says what its output must contain
    private static double run(List<String> command, String... says)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exitCode = process.waitFor();
        double milliseconds = (System.nanoTime() - start) / 1e6;
        for (var words : says) {
            if (exitCode != 0 || !output.contains(words)) {
                throw new IOException(
                        "Exit code %d, and instead of %s: %s".formatted(exitCode, words, output));
            }
        }
        return milliseconds;
    }
}
