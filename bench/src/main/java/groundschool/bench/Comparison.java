package groundschool.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// Measures something and its references in turn, so that all meet the same machine.
///
/// @param subject measures the quantities of every reference
public record Comparison(Trial subject, List<Reference> references) {

    public Comparison {
        references = List.copyOf(references);
    }

    /// A comparison with one reference.
    ///
    /// @param against what the reference is, in a word or two
    /// @param quantities what each trial measures
    public Comparison(String against, List<Quantity> quantities, Trial subject, Trial reference) {
        this(subject, List.of(new Reference(against, quantities, reference)));
    }

    /// What something is held against.
    ///
    /// @param against what it is, in a word or two
    /// @param quantities what each trial measures, with what is promised of them beside this
    public record Reference(String against, List<Quantity> quantities, Trial trial) {

        public Reference {
            quantities = List.copyOf(quantities);
        }
    }

    /// The medians over all runs.
    public List<Figure> run(Plan plan, Progress progress) throws Exception {
        var all = new ArrayList<Trial>();
        all.add(subject);
        references.forEach(reference -> all.add(reference.trial()));
        var taken = all.stream().map(_ -> new ArrayList<List<Double>>()).toList();
        var order = new ArrayList<>(IntStream.range(0, all.size()).boxed().toList());
        for (int run = 1; run <= plan.runs(); run++) {
            progress.says("%s, run %d of %d".formatted(names(), run, plan.runs()));
            for (int trial : order) {
                taken.get(trial).add(all.get(trial).run());
            }
            // Whoever comes later meets a warmer machine: they take turns.
            Collections.rotate(order, 1);
        }
        var figures = new ArrayList<Figure>();
        for (int i = 0; i < references.size(); i++) {
            figures.addAll(figures(references.get(i), taken.getFirst(), taken.get(i + 1)));
        }
        return figures;
    }

    private static List<Figure> figures(
            Reference reference, List<List<Double>> subjects, List<List<Double>> others) {
        return IntStream.range(0, reference.quantities().size())
                .mapToObj(i ->
                        new Figure(
                                reference.quantities().get(i),
                                median(subjects, i),
                                median(others, i),
                                reference.against()))
                .toList();
    }

    private String names() {
        var measured = references.getFirst().quantities();
        return String.join(", ", measured.stream().map(Quantity::name).toList());
    }

    private static double median(List<List<Double>> runs, int quantity) {
        var sorted = runs.stream().mapToDouble(run -> run.get(quantity)).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
