package groundschool.emulator;

import groundschool.emulator.cloudwatch.CloudWatch;
import groundschool.emulator.cloudwatch.Metrics;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.SandboxClock;
import groundschool.emulator.wire.CoralErrors;
import groundschool.emulator.wire.RequestIds;
import java.util.List;

/// The services of one sandbox, as they call each other: through the gate like any client, as the
/// principal that AWS would use, so that permissions and ledger are right for them too.
///
/// It may be kept as long as its sandbox: work that is due later, or waits in a thread of its own,
/// makes its calls by it.
public final class Services {

    private final Sandbox sandbox;
    private final List<Endpoint<?>> endpoints;

    /// @param endpoints of all services that can be called
    public Services(Sandbox sandbox, List<Endpoint<?>> endpoints) {
        this.sandbox = sandbox;
        this.endpoints = List.copyOf(endpoints);
    }

    /// The sandbox's clock, for work that is due later.
    public SandboxClock clock() {
        return sandbox.clock();
    }

    /// Twelve digits.
    public String account() {
        return sandbox.account();
    }

    /// Gives values to metrics of AWS's own, which asks nobody's leave; part of the transition that
    /// is under way, if one is.
    ///
    /// @param region where
    public void publish(List<Metrics.Given> values, String region) {
        sandbox.storage()
                .transition(() -> sandbox.state(CloudWatch.SERVICE).put(values, region, this));
    }

    /// Somebody who calls.
    ///
    /// @param region where
    public As as(Principal principal, String region) {
        return new As(new Caller(sandbox, principal, region));
    }

    /// Whether there is a service of that name, such as `lambda`.
    public boolean has(String service) {
        return endpoints.stream().anyMatch(each -> each.service().name().equals(service));
    }

    /// Calls of one principal.
    public final class As {

        private final Caller caller;

        private As(Caller caller) {
            this.caller = caller;
        }

        /// Calls an operation of whichever service has it.
        ///
        /// Within a transition it is part of that: if the caller catches the refusal and goes on,
        /// what the operation had written is taken back, and nothing else.
        ///
        /// @return the operation's answer
        /// @throws AwsException if the service would refuse
        public Object run(Operation<?> operation) {
            for (var endpoint : endpoints) {
                if (endpoint.service().operations().isInstance(operation)) {
                    return Gate.perform(caller, endpoint, operation, RequestIds.uuid());
                }
            }
            throw CoralErrors.unknownOperation();
        }

        /// Calls an operation whose answer is of that type.
        public <R> R run(Operation<?> operation, Class<R> answer) {
            return answer.cast(run(operation));
        }
    }
}
