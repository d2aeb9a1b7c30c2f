package groundschool.bench.measurement;

import groundschool.bench.Bar;
import groundschool.bench.Comparison;
import groundschool.bench.Figure;
import groundschool.bench.Plan;
import groundschool.bench.Progress;
import groundschool.bench.Quantity;
import groundschool.bench.Unit;
import groundschool.bench.load.Client;
import groundschool.bench.load.Connection;
import groundschool.bench.load.HttpClients;
import groundschool.bench.load.Load;
import groundschool.bench.process.BareJetty;
import java.util.List;

/// What one learner waits for, again and again: each request follows the last answer.
///
/// @param name of the figures
/// @param learner sends the requests that are measured
/// @param sample one such request
/// @param answer to it
record OneLearner(String name, Client.Source learner, byte[] sample, Connection.Answer answer) {

    private static final Bar BAR = Bar.below(50, Unit.MILLISECONDS);

    List<Figure> measure(Plan plan, Progress progress) throws Exception {
        try (var bare = BareJetty.answering(answer, plan.freshFolder())) {
            var reference = new HttpClients(bare.port(), List.of(sample), answer.status());
            progress.says("warming up");
            trial(learner, plan);
            trial(reference, plan);
            return new Comparison(
                            "bare Jetty",
                            List.of(
                                    new Quantity(name + ": median", Unit.MILLISECONDS, BAR),
                                    new Quantity(name + ": p99", Unit.MILLISECONDS, BAR)),
                            () -> trial(learner, plan),
                            () -> trial(reference, plan))
                    .run(plan, progress);
        }
    }

    private static List<Double> trial(Client.Source source, Plan plan) throws Exception {
        var taken = Load.closed(source, 1, plan.load());
        return List.of(taken.milliseconds(0.5), taken.milliseconds(0.99));
    }
}
