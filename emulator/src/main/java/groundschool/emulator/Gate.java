package groundschool.emulator;

import groundschool.emulator.cloudwatch.CloudWatch;
import groundschool.emulator.iam.Authorization;
import groundschool.emulator.iam.DecisionTrace;
import groundschool.emulator.iam.Iam;
import groundschool.emulator.sandbox.Ledger;
import groundschool.emulator.wire.CoralErrors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// What every call passes, wherever it comes from: model, IAM, operation, storage, ledger, in this
/// order.
final class Gate {

    private Gate() {}

    /// @return the operation's output
    /// @throws AwsException if the service would refuse
    static <S> Object perform(
            Caller asking,
            Endpoint<S> endpoint,
            String operation,
            JsonNode input,
            String requestId) {
        return perform(asking, endpoint, operation, input, Bodies.of(endpoint, input), requestId);
    }

    /// The same for an input and an output that the client has otherwise than as trees.
    static <S> Object perform(
            Caller asking,
            Endpoint<S> endpoint,
            String operation,
            JsonNode input,
            Bodies bodies,
            String requestId) {
        return perform(
                asking,
                endpoint,
                operation,
                input,
                () -> endpoint.read(operation, input),
                bodies,
                requestId);
    }

    /// The same, for those within the process who have the operation as a record.
    ///
    /// @throws IllegalArgumentException if it is none of the endpoint's
    static <S> Object perform(
            Caller asking, Endpoint<S> endpoint, Request<?> runnable, String requestId) {
        var input = endpoint.tree(runnable);
        return perform(
                asking,
                endpoint,
                runnable.getClass().getSimpleName(),
                input,
                () -> endpoint.own(runnable),
                Bodies.of(endpoint, input),
                requestId);
    }

    /// @param read gives the operation once its input has been checked
    private static <S> Object perform(
            Caller asking,
            Endpoint<S> endpoint,
            String operation,
            JsonNode input,
            Supplier<Request<S>> read,
            Bodies bodies,
            String requestId) {
        var began = System.nanoTime();
        var there = endpoint.service().home().map(asking::in).orElse(asking);
        var caller = Iam.current(there);
        var sandbox = caller.sandbox();
        var call =
                new Call(
                        caller.principal(),
                        caller.key(),
                        sandbox.account(),
                        caller.region(),
                        sandbox.clock().now(),
                        sandbox.clock(),
                        sandbox.random(),
                        sandbox.keys(),
                        sandbox.services(),
                        requestId,
                        new Usage());
        var outcome = new Outcome(caller);
        try {
            endpoint.service().admit(caller);
            endpoint.model().check(operation, input);
            var runnable = read.get();
            runnable.prepare(call);
            if (runnable instanceof Interaction<S> interaction) {
                sandbox.storage()
                        .transition(() -> {
                            allowed(interaction, endpoint, call, outcome);
                        });
                var turn = new Turn<>(sandbox, endpoint.service(), caller);
                return outcome.is(interaction.run(turn, call));
            }
            var transition = (Operation<S>) runnable;
            return sandbox.storage()
                    .transition(() -> {
                        var store = allowed(transition, endpoint, call, outcome);
                        return outcome.is(transition.run(store, call));
                    });
        } catch (AwsException refusal) {
            outcome.is(refusal);
            throw refusal;
        } catch (RuntimeException failure) {
            // Also a record that could not be written, after the operation had answered.
            outcome.is(CoralErrors.internal());
            throw failure;
        } finally {
            if (!(caller.principal() instanceof Principal.Inspector)) {
                var took = Duration.ofNanos(System.nanoTime() - began);
                sandbox.ledger().add(outcome.entry(call, endpoint, operation, bodies, took));
                outcome.measure(call, endpoint, operation, took);
            }
        }
    }

    /// Asks IAM, and notes that the caller was here.
    ///
    /// @return the service's state
    /// @throws AwsException if the caller may not
    private static <S> S allowed(
            Request<S> request, Endpoint<S> endpoint, Call call, Outcome outcome) {
        var service = endpoint.service();
        var store = outcome.caller.sandbox().state(service);
        outcome.allow(guarded(request.access(store, call), service, store));
        Iam.noteUse(outcome.caller, service.name(), call.now());
        return store;
    }

    /// The questions to IAM, with the policies of the resources that have some.
    private static <S> List<Access> guarded(List<Access> wanted, Service<S> service, S store) {
        if (wanted.size() == 1) {
            return List.of(guarded(wanted.getFirst(), service, store));
        }
        var guarded = new ArrayList<Access>(wanted.size());
        for (var access : wanted) {
            guarded.add(guarded(access, service, store));
        }
        return guarded;
    }

    private static <S> Access guarded(Access access, Service<S> service, S store) {
        return service.policyOf(store, access.resource()).map(access::guardedBy).orElse(access);
    }

    /// What is known of a call so far, for the ledger.
    private static final class Outcome {

        private final Caller caller;
        private List<String> resources = List.of();
        private String decision = "";
        private String trace = "";
        private Optional<Object> output = Optional.empty();
        private Optional<Ledger.Failure> error = Optional.empty();

        private Outcome(Caller caller) {
            this.caller = caller;
        }

        void allow(List<Access> wanted) {
            resources =
                    wanted.size() == 1
                            ? List.of(wanted.getFirst().resource())
                            : wanted.stream().map(Access::resource).distinct().toList();
            var sandbox = caller.sandbox();
            var identities = sandbox.state(Iam.SERVICE);
            if (!sandbox.ledger().isKept()) {
                // Whose ledger is kept has each decision explained in it.
                var known = Authorization.known(caller, wanted, identities);
                if (known.isPresent()) {
                    decision = known.get();
                    return;
                }
            }
            var authorization = Authorization.of(caller, wanted, identities);
            decision = authorization.reason();
            if (authorization.refusal().isPresent() || sandbox.ledger().isKept()) {
                trace = DecisionTrace.of(authorization, sandbox.keys());
            }
            if (authorization.refusal().isPresent()) {
                throw CoralErrors.accessDenied(authorization.message());
            }
        }

        Object is(Object answer) {
            output = Optional.of(answer);
            return answer;
        }

        void is(AwsException refusal) {
            output = Optional.empty();
            error = Optional.of(new Ledger.Failure(refusal.code(), refusal.message()));
        }

        /// Refusals of IAM are none of the service's.
        void measure(Call call, Endpoint<?> endpoint, String operation, Duration took) {
            var isDenied = error.filter(each -> each.code().startsWith("AccessDenied"));
            if (endpoint.service().isMeasured() && isDenied.isEmpty()) {
                endpoint.service()
                        .measure(
                                new Service.Measured(
                                        call.region(),
                                        call.now(),
                                        operation,
                                        resources,
                                        call.usage().units(),
                                        error.map(Ledger.Failure::code),
                                        took),
                                caller.sandbox()
                                        .state(CloudWatch.SERVICE)
                                        .feed()
                                        .of(call.services()));
            }
        }

        Ledger.Entry entry(
                Call call, Endpoint<?> endpoint, String operation, Bodies bodies, Duration took) {
            return new Ledger.Entry(
                    0,
                    call.now(),
                    call.principal().arn(),
                    call.region(),
                    endpoint.service().name(),
                    operation,
                    resources,
                    bodies.input(),
                    output.map(bodies::output),
                    error,
                    decision,
                    trace,
                    call.usage().units(),
                    call.usage().effect(),
                    call.requestId(),
                    took);
        }
    }
}
