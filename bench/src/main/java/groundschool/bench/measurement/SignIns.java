package groundschool.bench.measurement;

import groundschool.bench.Bar;
import groundschool.bench.Comparison;
import groundschool.bench.Comparison.Reference;
import groundschool.bench.Figure;
import groundschool.bench.Measurement;
import groundschool.bench.Plan;
import groundschool.bench.Progress;
import groundschool.bench.Quantity;
import groundschool.bench.Trial;
import groundschool.bench.Unit;
import groundschool.bench.load.Client;
import groundschool.bench.load.HttpClients;
import groundschool.bench.load.Latencies;
import groundschool.bench.load.Load;
import groundschool.bench.process.Child;
import groundschool.bench.process.CognitoLocal;
import groundschool.bench.process.MissingProgram;
import groundschool.bench.process.Profiler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// People who sign up and in at a user pool, over 16 connections to the emulator alone, which keeps
/// its state on disk; beside it the cryptography alone, and another emulator.
public final class SignIns implements Measurement {

    private static final int CONNECTIONS = 16;

    /// How many sign up in all runs together.
    private static final int NEW = 10_000;

    @Override
    public String name() {
        return "sign-in";
    }

    /// Something that is measured.
    private record Load16(Child server, Client.Source source, Plan plan) implements Trial {

        /// How many in a second, and the microseconds of the server's processor time for each.
        @Override
        public List<Double> run() throws Exception {
            return ofServer(server, () -> Load.closed(source, CONNECTIONS, plan.load()));
        }
    }

    private interface Sending {
        Latencies send() throws Exception;
    }

    private static List<Double> ofServer(Child server, Sending sending) throws Exception {
        double before = Profiler.processorSeconds(server);
        long began = System.nanoTime();
        var taken = sending.send();
        double seconds = (System.nanoTime() - began) / 1e9;
        double used = Profiler.processorSeconds(server) - before;
        return List.of(taken.perSecond(), used / (taken.perSecond() * seconds) * 1e6);
    }

    @Override
    public List<Figure> measure(Plan plan, Progress progress) throws Exception {
        var other = cognitoLocal(plan, progress);
        try (var emulator = SignedCalls.emulator(plan.freshFolder())) {
            var people = People.on(emulator);
            var others = other.isPresent() ? Optional.of(People.on(other.get())) : none();
            var figures = new ArrayList<Figure>();
            figures.addAll(passwords(people, others, plan, progress));
            figures.addAll(srp(people, plan, progress));
            figures.addAll(tokens(people, others, plan, progress));
            figures.addAll(signUps(people, plan, progress));
            figures.addAll(lists(people, People.on(emulator), plan, progress));
            return figures;
        } finally {
            if (other.isPresent()) {
                other.get().close();
            }
        }
    }

    private static Optional<People> none() {
        return Optional.empty();
    }

    private static Optional<Child> cognitoLocal(Plan plan, Progress progress)
            throws IOException, InterruptedException {
        try {
            return Optional.of(CognitoLocal.start(plan.freshFolder()));
        } catch (MissingProgram missing) {
            progress.says("nothing is held against cognito-local: " + missing.getMessage());
            return Optional.empty();
        }
    }

    private static List<Quantity> quantities(String what, Bar ofRate, Bar ofTime) {
        return List.of(
                new Quantity(what, Unit.PER_SECOND, ofRate),
                new Quantity(what + ": processor time", Unit.MICROSECONDS, ofTime));
    }

    private static Reference cryptography(String what, Cryptography work, Plan plan) {
        return new Reference(
                "the cryptography alone",
                quantities(what, Bar.NONE, Bar.atMost(1.5)),
                () -> work.trial(plan.load()));
    }

    private static List<Figure> passwords(
            People people, Optional<People> others, Plan plan, Progress progress) throws Exception {
        var what = "sign-in by password";
        var references = new ArrayList<Reference>();
        references.add(cryptography(what, Cryptography.PASSWORD, plan));
        var signIns = new HttpClients(people.server().port(), people.signIns(), 200);
        progress.says(what + ", warming up");
        Load.closed(signIns, CONNECTIONS, plan.warmUp());
        if (others.isPresent()) {
            var server = others.get().server();
            var source = new HttpClients(server.port(), others.get().signIns(), 200);
            Load.closed(source, CONNECTIONS, plan.warmUp());
            references.add(
                    new Reference(
                            "cognito-local",
                            quantities(what, Bar.atLeast(3), Bar.NONE),
                            new Load16(server, source, plan)));
        }
        return new Comparison(new Load16(people.server(), signIns, plan), references)
                .run(plan, progress);
    }

    private static List<Figure> srp(People people, Plan plan, Progress progress) throws Exception {
        var what = "sign-in by SRP";
        var signIns = new SrpSignIns(people);
        progress.says(what + ", warming up");
        Load.closed(signIns, CONNECTIONS, plan.warmUp());
        return new Comparison(
                        new Load16(people.server(), signIns, plan),
                        List.of(cryptography(what, Cryptography.SRP, plan)))
                .run(plan, progress);
    }

    private static List<Figure> tokens(
            People people, Optional<People> others, Plan plan, Progress progress) throws Exception {
        var what = "token verified (GetUser)";
        var references = new ArrayList<Reference>();
        references.add(
                new Reference(
                        "the cryptography alone",
                        quantities(what, Bar.NONE, Bar.NONE),
                        () -> Cryptography.TOKEN.trial(plan.load())));
        var questions = new HttpClients(people.server().port(), people.questions(), 200);
        progress.says(what + ", warming up");
        Load.closed(questions, CONNECTIONS, plan.warmUp());
        if (others.isPresent()) {
            var server = others.get().server();
            references.add(
                    new Reference(
                            "cognito-local, which verifies none",
                            quantities(what, Bar.NONE, Bar.NONE),
                            new Load16(
                                    server,
                                    new HttpClients(server.port(), others.get().questions(), 200),
                                    plan)));
        }
        return new Comparison(new Load16(people.server(), questions, plan), references)
                .run(plan, progress);
    }

    private static List<Figure> signUps(People people, Plan plan, Progress progress)
            throws Exception {
        int each = NEW / plan.runs();
        var next = new AtomicInteger();
        Trial signUps =
                () -> {
                    var requests = people.signUps(next.getAndAdd(each), each);
                    var source = new HttpClients(people.server().port(), requests, 200);
                    return ofServer(people.server(), () -> Load.each(source, CONNECTIONS, each));
                };
        return new Comparison(
                        signUps,
                        List.of(
                                new Reference(
                                        "the cryptography alone",
                                        quantities(
                                                "sign-up, until there are 10,000",
                                                Bar.NONE,
                                                Bar.NONE),
                                        () -> Cryptography.SIGN_UP.trial(plan.load()))))
                .run(plan, progress);
    }

    private static List<Figure> lists(People people, People few, Plan plan, Progress progress)
            throws Exception {
        return new Comparison(
                        "a pool of fifty",
                        List.of(
                                Quantity.of(
                                        "ListUsers over 10,000, a page of 60", Unit.MICROSECONDS)),
                        () -> page(people),
                        () -> page(few))
                .run(plan, progress);
    }

    private static List<Double> page(People people) throws IOException {
        int pages = 0;
        long began = System.nanoTime();
        // As many pages of the one as of the other.
        while (pages < NEW / 60) {
            pages += people.list();
        }
        return List.of((System.nanoTime() - began) / 1e3 / pages);
    }
}
