package groundschool.emulator;

import groundschool.emulator.cloudwatch.CloudWatch;
import groundschool.emulator.iam.Authorization;
import groundschool.emulator.iam.DecisionTrace;
import groundschool.emulator.iam.Iam;
import groundschool.emulator.sandbox.Ledger;
import groundschool.emulator.wire.CoralErrors;
import java.time.Duration;
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
        return perform(
                asking,
                endpoint,
                operation,
                input,
                () -> endpoint.read(operation, input),
                requestId);
    }

    /// The same, for those within the process who have the operation as a record.
    ///
    /// @throws IllegalArgumentException if it is none of the endpoint's
    static <S> Object perform(
            Caller asking, Endpoint<S> endpoint, Operation<?> runnable, String requestId) {
        return perform(
                asking,
                endpoint,
                runnable.getClass().getSimpleName(),
                endpoint.tree(runnable),
                () -> endpoint.own(runnable),
                requestId);
    }

    /// @param read gives the operation once its input has been checked
    private static <S> Object perform(
            Caller asking,
            Endpoint<S> endpoint,
            String operation,
            JsonNode input,
            Supplier<Operation<S>> read,
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
            return sandbox.storage()
                    .transition(() -> {
                        var store = sandbox.state(endpoint.service());
                        outcome.allow(
                                guarded(runnable.access(store, call), endpoint.service(), store));
                        Iam.noteUse(caller, endpoint.service().name());
                        return outcome.is(runnable.run(store, call));
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
                sandbox.ledger().add(outcome.entry(call, endpoint, operation, input, took));
                outcome.measure(call, endpoint, operation, took);
            }
        }
    }

    /// The questions to IAM, with the policies of the resources that have some.
    private static <S> List<Access> guarded(List<Access> wanted, Service<S> service, S store) {
        return wanted.stream()
                .map(access ->
                        service.policyOf(store, access.resource())
                                .map(access::guardedBy)
                                .orElse(access))
                .toList();
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
            resources = wanted.stream().map(Access::resource).distinct().toList();
            var sandbox = caller.sandbox();
            var authorization = Authorization.of(caller, wanted, sandbox.state(Iam.SERVICE));
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
                Call call, Endpoint<?> endpoint, String operation, JsonNode input, Duration took) {
            return new Ledger.Entry(
                    0,
                    call.now(),
                    call.principal().arn(),
                    call.region(),
                    endpoint.service().name(),
                    operation,
                    resources,
                    endpoint.body(input),
                    output.map(endpoint::body),
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
