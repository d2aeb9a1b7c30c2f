package groundschool.emulator.apigateway.serve;

import groundschool.emulator.Hosted;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.apigateway.ApiGateway;
import groundschool.emulator.apigateway.integration.Backend;
import groundschool.emulator.wire.SignatureV4;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers the requests to the stages of REST APIs.
///
/// Source: [How API Gateway evaluates
/// requests](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html)
public final class RestServing {

    /// What a request's body may have, and an answer's.
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(RestServing.class);

    private final Deployments deployments = new Deployments();
    private final Gatekeeper gatekeeper;

    RestServing(SignatureV4 signatures) {
        this.gatekeeper = new Gatekeeper(signatures);
    }

    /// What there is at an API that nobody has.
    static HttpResponse unknown(String requestId) {
        return Headings.on(Refusals.plain(Trouble.forbidden()), requestId, Headings.extendedId());
    }

    HttpResponse answer(Hosted hosted, ApiNames.Found found, String api, String requestId) {
        var extendedId = Headings.extendedId();
        var answer = answered(hosted, found, api, requestId, extendedId);
        return Headings.on(answer, requestId, extendedId);
    }

    private Outgoing answered(
            Hosted hosted, ApiNames.Found found, String api, String requestId, String extendedId) {
        var request = Arrival.of(hosted, found, api, requestId, extendedId);
        var sandbox = found.sandbox();
        var staged =
                sandbox.storage()
                        .transition(() ->
                                deployments.staged(request, sandbox.state(ApiGateway.SERVICE)));
        if (staged.isEmpty()) {
            return Refusals.plain(Trouble.forbidden());
        }
        var journal = new Journal(request, staged.get());
        try {
            var answer = served(request, staged.get(), journal, hosted);
            return journal.done(Compression.packed(answer, request, staged.get()));
        } catch (Trouble trouble) {
            return journal.done(Refusals.of(trouble, request, staged.get(), journal), trouble);
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.error("{} {} {}", requestId, request.verb(), request.wholePath(), failure);
            var trouble = Trouble.internal("Internal server error");
            return journal.done(Refusals.of(trouble, request, staged.get(), journal), trouble);
        }
    }

    private Outgoing served(
            Incoming arrived, Deployments.Staged staged, Journal journal, Hosted hosted) {
        var route =
                staged.served()
                        .routes()
                        .find(arrived.verb(), arrived.path())
                        .orElseThrow(Trouble::missingToken);
        var request = Compression.unpacked(Arrival.withBody(arrived, hosted), staged);
        var exchange =
                new Exchange(
                        request,
                        staged.served(),
                        staged.stage(),
                        route.resource(),
                        route.method(),
                        route.variables(),
                        staged.variables(),
                        Visitor.UNKNOWN,
                        Optional.empty(),
                        Headings.traceId(Instant.now()),
                        new Hop());
        journal.found(exchange);
        var admitted = Meters.admit(gatekeeper.admit(exchange));
        journal.found(admitted);
        Validation.check(admitted);
        return AnswerCache.answer(admitted, journal, () -> answerOf(admitted, journal));
    }

    /// What the backend answers, within the time that it has.
    private static Outgoing answerOf(Exchange exchange, Journal journal) {
        var integration =
                exchange.method()
                        .methodIntegration()
                        .orElseThrow(() -> Trouble.internal("No integration defined for method"));
        var backend = Backend.of(integration);
        var asked = System.nanoTime();
        try {
            var answer =
                    integration.type().equals("MOCK")
                            ? backend.answer(exchange)
                            : Patience.within(
                                    Duration.ofMillis(integration.timeoutInMillis()),
                                    () -> backend.answer(exchange));
            if (answer.body().length > MOST_BYTES) {
                throw Trouble.badGateway("The answer is longer than 10 MB.");
            }
            return answer;
        } finally {
            journal.integrated(Duration.ofNanos(System.nanoTime() - asked));
        }
    }
}
