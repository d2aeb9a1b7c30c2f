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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From the start of the process until it has answered `GET /`, with and without the AOT cache: the
/// site on an empty data folder, and on one that was used before, as each start but the first finds
/// it.
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
        progress.says("training the AOT caches, unless they are there");
        var siteCache = Optional.of(JavaCommand.cache("SITE"));
        var emulatorCache = Optional.of(JavaCommand.cache("EMULATOR"));
        var none = Optional.<Path>empty();
        var used = used(plan);
        var figures = new ArrayList<Figure>();
        figures.addAll(site("site: first page", SITE, none, () -> used, plan, progress));
        figures.addAll(
                site(
                        "site: first page, AOT cache",
                        SITE_WITH_CACHE,
                        siteCache,
                        () -> used,
                        plan,
                        progress));
        figures.addAll(
                site(
                        "site: first page ever, AOT cache",
                        Bar.NONE,
                        siteCache,
                        plan::freshFolder,
                        plan,
                        progress));
        figures.addAll(emulator("emulator: first answer", EMULATOR, none, plan, progress));
        figures.addAll(
                emulator(
                        "emulator: first answer, AOT cache",
                        EMULATOR_WITH_CACHE,
                        emulatorCache,
                        plan,
                        progress));
        return figures;
    }

    /// A data folder that a server has used, which has also left what it understood of the content.
    private static Path used(Plan plan) throws Exception {
        var folder = plan.freshFolder();
        var remembered = Path.of(System.getProperty("groundschool.build"), "content.memory");
        // What another folder's jars have left is not good for these.
        Files.deleteIfExists(remembered);
        try (var child = Child.start(Servers.siteCommand(Optional.empty(), folder))) {
            child.get("/");
            for (var waited = 0; !Files.exists(remembered) && waited < 100; waited++) {
                Thread.sleep(100);
            }
        }
        return folder;
    }

    private interface Folder {
        Path get() throws IOException;
    }

    private static List<Figure> site(
            String name, Bar bar, Optional<Path> cache, Folder folder, Plan plan, Progress progress)
            throws Exception {
        return compare(
                name,
                bar,
                plan,
                progress,
                () -> firstAnswer(Servers.siteCommand(cache, folder.get())));
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
