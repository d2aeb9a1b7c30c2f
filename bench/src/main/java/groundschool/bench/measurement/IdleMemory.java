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
import java.util.List;

/// The resident set of a server that has the whole course in memory and has shown each kind of
/// page.
public final class IdleMemory implements Measurement {

    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/courses/aws-serverless",
                    LessonPage.PATH,
                    "/cards",
                    "/exams",
                    "/labs",
                    "/progress");

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Figure> measure(Plan plan, Progress progress) throws Exception {
        var memory =
                new Quantity(
                        "site: idle resident memory",
                        Unit.MEGABYTES,
                        Bar.below(250, Unit.MEGABYTES));
        return new Comparison(
                        "bare java",
                        List.of(memory),
                        () -> List.of(ofSite(plan)),
                        () -> List.of(ofBareJava()))
                .run(plan, progress);
    }

    private static double ofSite(Plan plan) throws Exception {
        try (var site = Servers.site(plan.freshFolder())) {
            for (var page : PAGES) {
                site.get(page);
            }
            return site.residentMegabytes();
        }
    }

    private static double ofBareJava() throws Exception {
        try (var bare = Child.start(JavaCommand.bare(BareHttp.class))) {
            bare.get("/");
            return bare.residentMegabytes();
        }
    }
}
