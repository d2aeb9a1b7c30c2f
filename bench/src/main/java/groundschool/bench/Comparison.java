package groundschool.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Measures something and its reference in turn, so that both meet the same machine.
///
/// @param against what the reference is, in a word or two
/// @param quantities what each trial measures
public record Comparison(
        String against, List<Quantity> quantities, Trial subject, Trial reference) {

    public Comparison {
        quantities = List.copyOf(quantities);
    }

    /// The medians over all runs.
    public List<Figure> run(Plan plan, Progress progress) throws Exception {
        var subjects = new ArrayList<List<Double>>();
        var references = new ArrayList<List<Double>>();
        for (int run = 1; run <= plan.runs(); run++) {
            progress.says("%s, run %d of %d".formatted(names(), run, plan.runs()));
            // Whoever comes second meets a warmer machine: they take turns.
            if (run % 2 == 1) {
                subjects.add(subject.run());
                references.add(reference.run());
            } else {
                references.add(reference.run());
                subjects.add(subject.run());
            }
        }
        return IntStream.range(0, quantities.size())
                .mapToObj(i ->
                        new Figure(
                                quantities.get(i),
                                median(subjects, i),
                                median(references, i),
                                against))
                .toList();
    }

    private String names() {
        return String.join(", ", quantities.stream().map(Quantity::name).toList());
    }

    private static double median(List<List<Double>> runs, int quantity) {
        var sorted = runs.stream().mapToDouble(run -> run.get(quantity)).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
