package groundschool.bench.measurement;

import groundschool.bench.Bar;
import groundschool.bench.Comparison;
import groundschool.bench.Comparison.Reference;
import groundschool.bench.Figure;
import groundschool.bench.Measurement;
import groundschool.bench.Plan;
import groundschool.bench.Progress;
import groundschool.bench.Quantity;
import groundschool.bench.Unit;
import groundschool.bench.load.Connection;
import groundschool.bench.process.BareJetty;
import groundschool.bench.process.Child;
import groundschool.bench.process.Dynalite;
import groundschool.bench.process.MissingProgram;
import groundschool.bench.process.Profiler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Signed calls over 16 connections to the emulator alone, which keeps its state on disk; beside it
/// the least that any server on Jetty can take, another emulator, and where the time goes.
public final class DynamoDbOverHttp implements Measurement {

    @Override
    public String name() {
        return "dynamodb";
    }

    /// What is asked of an operation.
    ///
    /// @param ofBare the share of the bare port's rate that is to be reached
    /// @param ofDynalite how many times dynalite's rate is to be reached
    private record Goal(String operation, double ofBare, double ofDynalite) {}

    private static final int WARM_UPS = 2;

    private static final List<Goal> GOALS =
            List.of(
                    new Goal("PutItem", 1.0 / 3, 3),
                    new Goal("GetItem", 1.0 / 2, 3),
                    new Goal("Query", 1.0 / 3, 8),
                    new Goal("UpdateItem", 1.0 / 3, 3));

    @Override
    public List<Figure> measure(Plan plan, Progress progress) throws Exception {
        var calls = SignedCalls.in(plan.freshFolder(), progress);
        var dynalite = dynalite(progress);
        try (var emulator = SignedCalls.emulator(plan.freshFolder())) {
            fill(emulator);
            if (dynalite.isPresent()) {
                fill(dynalite.get());
            }
            // Whatever is asked, the bare port answers as to a GetItem.
            var answer =
                    Visitor.ask(
                            emulator, SignedCalls.SIGNER.request("GetItem", Flights.get(0)), 200);
            try (var bare = BareJetty.atPortOfEmulator(answer, plan.freshFolder())) {
                var figures = new ArrayList<Figure>();
                // What is compiled for the first operation is compiled anew for all of them.
                for (int round = 0; round < WARM_UPS; round++) {
                    for (var goal : GOALS) {
                        progress.says(goal.operation + ", warming up");
                        warmUp(goal.operation, emulator, bare, dynalite, calls, plan);
                    }
                }
                for (var goal : GOALS) {
                    figures.addAll(compare(goal, emulator, bare, dynalite, calls, plan, progress));
                }
                for (var goal : GOALS) {
                    progress.says(goal.operation + ", where the time goes");
                    figures.addAll(steps(goal.operation, emulator, calls, plan));
                }
                return figures;
            }
        } finally {
            if (dynalite.isPresent()) {
                dynalite.get().close();
            }
        }
    }

    private static Optional<Child> dynalite(Progress progress)
            throws IOException, InterruptedException {
        try {
            return Optional.of(Dynalite.start());
        } catch (MissingProgram missing) {
            progress.says("nothing is held against dynalite: " + missing.getMessage());
            return Optional.empty();
        }
    }

    private static void warmUp(
            String operation,
            Child emulator,
            Child bare,
            Optional<Child> dynalite,
            SignedCalls calls,
            Plan plan)
            throws Exception {
        calls.load(emulator, operation, plan.warmUp());
        calls.load(bare, operation, plan.warmUp());
        if (dynalite.isPresent()) {
            calls.load(dynalite.get(), operation, plan.warmUp());
        }
    }

    private static List<Figure> compare(
            Goal goal,
            Child emulator,
            Child bare,
            Optional<Child> dynalite,
            SignedCalls calls,
            Plan plan,
            Progress progress)
            throws Exception {
        var operation = goal.operation;
        var references = new ArrayList<Reference>();
        references.add(
                new Reference(
                        "bare Jetty",
                        quantities(operation, goal.ofBare),
                        () -> calls.load(bare, operation, plan.load())));
        dynalite.ifPresent(other ->
                references.add(
                        new Reference(
                                "dynalite",
                                quantities(operation, goal.ofDynalite),
                                () -> calls.load(other, operation, plan.load()))));
        return new Comparison(() -> calls.load(emulator, operation, plan.load()), references)
                .run(plan, progress);
    }

    /// @param times how many times the reference's rate is to be reached
    private static List<Quantity> quantities(String operation, double times) {
        return List.of(
                new Quantity(operation, Unit.PER_SECOND, Bar.atLeast(times)),
                Quantity.of(operation + ": p99 at that rate", Unit.MILLISECONDS),
                new Quantity(
                        operation + ": processor time", Unit.MICROSECONDS, Bar.atMost(1 / times)));
    }

    private static List<Figure> steps(
            String operation, Child emulator, SignedCalls calls, Plan plan) throws Exception {
        var profiler = new Profiler(emulator, plan.freshFolder());
        var requests = new ArrayList<Long>();
        double before = Profiler.processorSeconds(emulator);
        var recording =
                profiler.record(() -> requests.add(calls.count(emulator, operation, plan.load())));
        double seconds = Profiler.processorSeconds(emulator) - before;
        return CallSteps.figures(operation, recording, requests.getFirst(), seconds);
    }

    private static void fill(Child server) throws IOException {
        try (var connection = new Connection(server.port())) {
            connection.exchange(
                    SignedCalls.SIGNER.request("CreateTable", Flights.createTable()), 200);
            for (var flight : Flights.inputs("PutItem")) {
                connection.exchange(SignedCalls.SIGNER.request("PutItem", flight), 200);
            }
        }
    }
}
