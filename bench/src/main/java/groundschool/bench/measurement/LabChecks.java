package groundschool.bench.measurement;

import groundschool.bench.Bar;
import groundschool.bench.Comparison;
import groundschool.bench.Figure;
import groundschool.bench.Measurement;
import groundschool.bench.Plan;
import groundschool.bench.Progress;
import groundschool.bench.Quantity;
import groundschool.bench.Unit;
import groundschool.content.Catalogue;
import groundschool.content.ContentReader;
import groundschool.content.Lab;
import groundschool.lab.Rehearsal;
import groundschool.lab.check.CheckRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// All checks of each lab once it is solved, as a learner waits for them.
public final class LabChecks implements Measurement {

    private static final int WARM_UPS = 5;

    @Override
    public String name() {
        return "lab";
    }

    @Override
    public List<Figure> measure(Plan plan, Progress progress) throws Exception {
        var figures = new ArrayList<Figure>();
        var catalogue = catalogue();
        for (var lab : catalogue.labs()) {
            figures.addAll(measure(catalogue.before(lab), lab, plan, progress));
        }
        return figures;
    }

    private static List<Figure> measure(List<Lab> before, Lab lab, Plan plan, Progress progress)
            throws Exception {
        try (var solved = new Rehearsal(before, lab)) {
            solved.solve();
            for (int time = 0; time < WARM_UPS; time++) {
                solve(before, lab);
                solved.grade();
            }
            var quantity =
                    new Quantity(
                            "all checks of " + lab.id(),
                            Unit.MILLISECONDS,
                            Bar.below(300, Unit.MILLISECONDS));
            return new Comparison(
                            "its solution",
                            List.of(quantity),
                            () -> List.of(milliseconds(solved::grade)),
                            () -> List.of(milliseconds(() -> solve(before, lab))))
                    .run(plan, progress);
        }
    }

    private static void solve(List<Lab> before, Lab lab) {
        try (var rehearsal = new Rehearsal(before, lab)) {
            rehearsal.solve();
        }
    }

    private static double milliseconds(Runnable action) {
        long start = System.nanoTime();
        action.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static Catalogue catalogue() throws IOException {
        var home = Path.of(System.getProperty("groundschool.home"));
        var read =
                new ContentReader(new CheckRule(), List.of())
                        .read(home.resolve("content"), home.resolve("labs"));
        return switch (read) {
            case ContentReader.Result.Loaded(var catalogue, _) -> catalogue;
            case ContentReader.Result.Refused(var problems) ->
                    throw new IOException(problems.getFirst().toString());
        };
    }
}
