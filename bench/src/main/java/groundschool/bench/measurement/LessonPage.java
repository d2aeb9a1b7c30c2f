package groundschool.bench.measurement;

import groundschool.bench.Bar;
import groundschool.bench.Comparison;
import groundschool.bench.Figure;
import groundschool.bench.Measurement;
import groundschool.bench.Plan;
import groundschool.bench.Progress;
import groundschool.bench.Quantity;
import groundschool.bench.Unit;
import groundschool.bench.load.Client;
import groundschool.bench.load.HttpClients;
import groundschool.bench.load.Load;
import groundschool.bench.process.BareJetty;
import groundschool.bench.process.Child;
import groundschool.bench.process.JavaCommand;
import java.util.List;
import java.util.Optional;

/// A lesson, compressed as browsers ask for it, from a server on one processor.
public final class LessonPage implements Measurement {

    static final String PATH = "/lessons/servers-to-serverless";

    private static final int CONNECTIONS = 16;
    private static final int PER_SECOND = 500;

    private static final List<Quantity> QUANTITIES =
            List.of(
                    Quantity.of("lesson page", Unit.PER_SECOND),
                    new Quantity(
                            "lesson page: p99 at 500/s",
                            Unit.MILLISECONDS,
                            Bar.below(10, Unit.MILLISECONDS)));

    @Override
    public String name() {
        return "page";
    }

    @Override
    public List<Figure> measure(Plan plan, Progress progress) throws Exception {
        var command = Servers.siteCommand(Optional.empty(), plan.freshFolder());
        try (var site = Child.start(JavaCommand.onOneProcessor(command))) {
            var request = Visitor.of(site).page(PATH);
            var answer = Visitor.ask(site, request, 200);
            try (var bare = BareJetty.onOneProcessor(answer, plan.freshFolder())) {
                var ours = new HttpClients(site.port(), List.of(request), 200);
                var reference = new HttpClients(bare.port(), List.of(request), 200);
                progress.says("warming up");
                Load.closed(ours, CONNECTIONS, plan.warmUp());
                Load.closed(reference, CONNECTIONS, plan.warmUp());
                return new Comparison(
                                "bare Jetty",
                                QUANTITIES,
                                () -> trial(ours, plan),
                                () -> trial(reference, plan))
                        .run(plan, progress);
            }
        }
    }

    private static List<Double> trial(Client.Source source, Plan plan) throws Exception {
        var most = Load.closed(source, CONNECTIONS, plan.load());
        var steady = Load.open(source, CONNECTIONS, PER_SECOND, plan.load());
        return List.of(most.perSecond(), steady.milliseconds(0.99));
    }
}
