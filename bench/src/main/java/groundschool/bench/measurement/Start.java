package groundschool.bench.measurement;

import groundschool.bench.Bar;
import groundschool.bench.Comparison;
import groundschool.bench.Figure;
import groundschool.bench.Measurement;
import groundschool.bench.Plan;
import groundschool.bench.Progress;
import groundschool.bench.Quantity;
import groundschool.bench.Unit;
import groundschool.bench.process.BareHttp;
import groundschool.bench.process.Child;
import groundschool.bench.process.JavaCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From the start of the process until it has answered `GET /`, with and without the AOT cache.
public final class Start implements Measurement {

    private static final Bar EMULATOR = Bar.below(1000, Unit.MILLISECONDS);
    private static final Bar EMULATOR_WITH_CACHE = Bar.below(300, Unit.MILLISECONDS);
    private static final Bar SITE = Bar.below(1500, Unit.MILLISECONDS);
    private static final Bar SITE_WITH_CACHE = Bar.below(700, Unit.MILLISECONDS);

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Figure> measure(Plan plan, Progress progress) throws Exception {
        progress.says("training the AOT cache, unless it is there");
        var cache = Optional.of(JavaCommand.cache());
        var none = Optional.<Path>empty();
        var figures = new ArrayList<Figure>();
        figures.addAll(site("site: first page", SITE, none, plan, progress));
        figures.addAll(site("site: first page, AOT cache", SITE_WITH_CACHE, cache, plan, progress));
        figures.addAll(emulator("emulator: first answer", EMULATOR, none, plan, progress));
        figures.addAll(
                emulator(
                        "emulator: first answer, AOT cache",
                        EMULATOR_WITH_CACHE,
                        cache,
                        plan,
                        progress));
        return figures;
    }

    private static List<Figure> site(
            String name, Bar bar, Optional<Path> cache, Plan plan, Progress progress)
            throws Exception {
        return compare(
                name,
                bar,
                plan,
                progress,
                () -> firstAnswer(Servers.siteCommand(cache, plan.freshFolder())));
    }

    private static List<Figure> emulator(
            String name, Bar bar, Optional<Path> cache, Plan plan, Progress progress)
            throws Exception {
        return compare(
                name,
                bar,
                plan,
                progress,
                () ->
                        firstAnswer(
                                JavaCommand.groundschool(
                                        cache, "emulator", "--port=0", "--in-memory")));
    }

    private interface Measured {
        double milliseconds() throws Exception;
    }

    private static List<Figure> compare(
            String name, Bar bar, Plan plan, Progress progress, Measured subject) throws Exception {
        return new Comparison(
                        "bare java",
                        List.of(new Quantity(name, Unit.MILLISECONDS, bar)),
                        () -> List.of(subject.milliseconds()),
                        () -> List.of(firstAnswer(JavaCommand.bare(BareHttp.class))))
                .run(plan, progress);
    }

    private static double firstAnswer(List<String> command) throws Exception {
        long start = System.nanoTime();
        try (var child = Child.start(command)) {
            child.get("/");
            return (System.nanoTime() - start) / 1e6;
        }
    }
}
