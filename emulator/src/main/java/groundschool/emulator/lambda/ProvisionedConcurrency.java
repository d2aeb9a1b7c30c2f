package groundschool.emulator.lambda;

import groundschool.emulator.AwsException;
import groundschool.emulator.lambda.function.FunctionVersion;
import groundschool.emulator.lambda.function.Provisioned;
import groundschool.emulator.sandbox.Sandbox;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Environments that are initialized before they are needed: what is set, and their making, which
/// goes on after the answer and begins anew after a start.
public final class ProvisionedConcurrency {

    private static final String INIT_FAILURE = "FUNCTION_ERROR_INIT_FAILURE";

    private final Sandbox sandbox;
    private final Lambda service;
    private final Kept<Provisioned> kept;

    ProvisionedConcurrency(Sandbox sandbox, Lambda service) {
        this.sandbox = sandbox;
        this.service = service;
        this.kept = new Kept<>("provisioned", Provisioned.class, sandbox.storage());
    }

    public Optional<Provisioned> of(String region, String function, String qualifier) {
        return kept.get(region, function, qualifier);
    }

    /// Those of a function.
    public Stream<Provisioned> of(String region, String function) {
        return kept.below(region, function);
    }

    /// What all versions and aliases of a function have.
    public int total(String region, String function) {
        return of(region, function).mapToInt(Provisioned::requested).sum();
    }

    /// What functions of a Region have that reserve nothing: it is taken from what all share.
    public int unreserved(Functions functions, String region) {
        return functions
                .in(region)
                .filter(function -> function.reservedConcurrency().isEmpty())
                .mapToInt(function -> total(region, function.name()))
                .sum();
    }

    /// Sets it, and begins to make environments.
    public Provisioned ask(String region, String function, String qualifier, int requested) {
        var before = of(region, function, qualifier).map(Provisioned::allocated).orElse(0);
        var asked =
                Provisioned.asked(
                        function,
                        qualifier,
                        requested,
                        Math.min(before, requested),
                        sandbox.clock().now());
        kept.put(asked, region, function, qualifier);
        schedule(region, asked);
        return asked;
    }

    /// Has an alias's environments be those of another version, if it has some.
    public void move(String region, String function, String alias, FunctionVersion before) {
        of(region, function, alias)
                .ifPresent(provisioned -> {
                    release(region, provisioned, before);
                    ask(region, function, alias, provisioned.requested());
                });
    }

    /// @param version whose environments they are
    public void remove(String region, Provisioned provisioned, FunctionVersion version) {
        kept.remove(region, provisioned.function(), provisioned.qualifier());
        release(region, provisioned, version);
    }

    /// Forgets those of a function, whose environments end with it.
    void removeAll(Functions functions, String region, String function) {
        of(region, function)
                .toList()
                .forEach(provisioned ->
                        functions
                                .findVersion(reference(region, provisioned))
                                .ifPresentOrElse(
                                        version -> remove(region, provisioned, version),
                                        () ->
                                                kept.remove(
                                                        region,
                                                        function,
                                                        provisioned.qualifier())));
    }

    private void release(String region, Provisioned provisioned, FunctionVersion version) {
        sandbox.state(service).runner().unprovision(reference(region, provisioned), version);
    }

    /// After a start nothing is ready.
    void wake() {
        for (var region : regions()) {
            kept.below(region).filter(each -> !each.status().equals("FAILED")).toList().stream()
                    .forEach(each -> schedule(region, each));
        }
    }

    private Iterable<String> regions() {
        return kept.keys().map(key -> key.split("/", 2)[0]).distinct().toList();
    }

    private void schedule(String region, Provisioned asked) {
        sandbox.clock().scheduleLong(sandbox.clock().now(), () -> make(region, asked));
    }

    private void make(String region, Provisioned asked) {
        var target = transition(functions -> target(region, asked, functions));
        if (target.isEmpty()) {
            return;
        }
        var runner = transition(Functions::runner);
        boolean isReady = isMade(runner, target.get(), asked.requested());
        transition(_ -> {
            of(region, asked.function(), asked.qualifier())
                    .filter(now -> now.lastModified().equals(asked.lastModified()))
                    .ifPresent(now ->
                            kept.put(
                                    isReady ? now.ready() : now.failed(INIT_FAILURE),
                                    region,
                                    now.function(),
                                    now.qualifier()));
            return asked;
        });
    }

    private static boolean isMade(Runner runner, Target target, int requested) {
        try {
            return runner.provision(target, requested);
        } catch (AwsException cannotBeRun) {
            return false;
        }
    }

    /// Nothing if it was taken back meanwhile.
    private Optional<Target> target(String region, Provisioned asked, Functions functions) {
        return of(region, asked.function(), asked.qualifier())
                .filter(now -> now.lastModified().equals(asked.lastModified()))
                .map(now -> reference(region, now))
                .filter(reference -> functions.findVersion(reference).isPresent())
                .map(reference -> Target.of(reference, functions, sandbox.random()));
    }

    private FunctionReference reference(String region, Provisioned provisioned) {
        return new FunctionReference(
                provisioned.function(),
                Optional.of(provisioned.qualifier()),
                sandbox.account(),
                region);
    }

    private <R> R transition(Function<Functions, R> body) {
        return sandbox.storage().transition(() -> body.apply(sandbox.state(service)));
    }
}
