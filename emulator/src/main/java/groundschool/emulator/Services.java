package groundschool.emulator;

import groundschool.emulator.cloudwatch.CloudWatch;
import groundschool.emulator.cloudwatch.Metrics;
import groundschool.emulator.iam.Authorization;
import groundschool.emulator.iam.Iam;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.SandboxClock;
import groundschool.emulator.wire.CoralErrors;
import groundschool.emulator.wire.RequestIds;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The services of one sandbox, as they call each other: through the gate like any client, as the
/// principal that AWS would use, so that permissions and ledger are right for them too.
///
/// It may be kept as long as its sandbox: work that is due later, or waits in a thread of its own,
/// makes its calls by it.
public final class Services {

    private final Sandbox sandbox;
    private final List<Endpoint<?>> endpoints;
    private final Front front;

    /// @param endpoints of all services that can be called
    /// @param front by which functions come in, like everybody
    public Services(Sandbox sandbox, List<Endpoint<?>> endpoints, Front front) {
        this.sandbox = sandbox;
        this.front = front;
        this.endpoints = List.copyOf(endpoints);
    }

    /// Those of a sandbox that no emulator serves.
    public static Services none(Sandbox sandbox) {
        return new Services(sandbox, List.of(), new Front.Nowhere());
    }

    /// The sandbox's clock, for work that is due later.
    public SandboxClock clock() {
        return sandbox.clock();
    }

    /// Answers a request that came by a way which leads to this sandbox only, such as a function's.
    public HttpResponse answer(HttpRequest request) {
        return front.handle(request.into(sandbox));
    }

    /// Where clients reach the emulator.
    public URI address() {
        return front.address();
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

    /// Those that have work of their own to do in the sandbox, whoever calls which.
    public List<Service<?>> busyOnes() {
        return endpoints.stream()
                .<Service<?>>map(Endpoint::service)
                .filter(Service::actsByItself)
                .toList();
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

        /// The same principal, in whose name a service of AWS calls, such as `s3`.
        public As via(String service) {
            return new As(caller.via(service));
        }

        /// Calls an operation of whichever service has it.
        ///
        /// Within a transition it is part of that: if the caller catches the refusal and goes on,
        /// what the operation had written is taken back, and nothing else.
        ///
        /// @return the operation's answer
        /// @throws AwsException if the service would refuse
        public Object run(Request<?> operation) {
            for (var endpoint : endpoints) {
                if (endpoint.service().operations().isInstance(operation)) {
                    return Gate.perform(caller, endpoint, operation, RequestIds.uuid());
                }
            }
            throw CoralErrors.unknownOperation();
        }

        /// The same, with the answer as the wire would carry it.
        public JsonNode ask(Request<?> operation) {
            var answer = run(operation);
            return endpoints.stream()
                    .filter(each -> each.service().operations().isInstance(operation))
                    .findFirst()
                    .orElseThrow(CoralErrors::unknownOperation)
                    .tree(answer);
        }

        /// Whether it would be let, for operations that tell less to those who would not. To be
        /// asked within a transition.
        public boolean may(Access access) {
            return Authorization.of(caller, List.of(access), sandbox.state(Iam.SERVICE))
                    .refusal()
                    .isEmpty();
        }

        /// Calls an operation whose answer is of that type.
        public <R> R run(Request<?> operation, Class<R> answer) {
            return answer.cast(run(operation));
        }
    }
}
