package groundschool.emulator.lambda.url;

import groundschool.emulator.AwsException;
import groundschool.emulator.Caller;
import groundschool.emulator.Hosted;
import groundschool.emulator.HostedThings;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.Principal;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.FunctionUrls;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.Lambda;
import groundschool.emulator.lambda.Target;
import groundschool.emulator.lambda.function.FunctionUrl;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.wire.RequestIds;
import groundschool.emulator.wire.RestErrors;
import groundschool.emulator.wire.SignatureV4;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/// Answers at the URLs of functions.
///
/// Source: [Invoking Lambda function
/// URLs](https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html)
public final class FunctionUrlSite implements HostedThings {

    /// The largest event, as of Invoke.
    private static final int MOST_BODY_BYTES = 6_291_456;

    private final Lambda lambda;
    private final Sandboxes sandboxes;
    private final SignatureV4 signatures;

    public FunctionUrlSite(Lambda lambda, Sandboxes sandboxes, SignatureV4 signatures) {
        this.lambda = lambda;
        this.sandboxes = sandboxes;
        this.signatures = signatures;
    }

    /// A URL that somebody called, and whose it is.
    private record Called(FunctionUrl url, Sandbox sandbox, String region) {

        FunctionReference function() {
            return new FunctionReference(url.function(), url.alias(), sandbox.account(), region);
        }
    }

    @Override
    public String service() {
        return FunctionUrls.SERVICE;
    }

    @Override
    public HttpResponse answer(Hosted hosted, String jsonRequestId) {
        var requestId = RequestIds.uuid();
        var called = called(hosted);
        if (called.isEmpty()) {
            return UrlRefusals.nobody(requestId);
        }
        var cors = new UrlCors(called.get().url().cors(), hosted.request());
        return cors.preflight(requestId)
                .orElseGet(() -> cors.allow(answer(called.get(), hosted, requestId)));
    }

    private HttpResponse answer(Called called, Hosted hosted, String requestId) {
        try (var in = hosted.request().body()) {
            var body = in.readNBytes(MOST_BODY_BYTES + 1);
            if (body.length > MOST_BODY_BYTES) {
                throw RestErrors.tooLarge(MOST_BODY_BYTES, "InvokeFunction");
            }
            return run(called, hosted, caller(called, hosted, body), body, requestId);
        } catch (AwsException refusal) {
            return UrlRefusals.of(refusal, requestId);
        } catch (IOException gone) {
            return UrlRefusals.of(
                    new AwsException(400, "InvalidRequestContentException", "Bad Request"),
                    requestId);
        }
    }

    /// The sandbox that has it, among those that may be asked.
    private Optional<Called> called(Hosted hosted) {
        var id = hosted.host().name();
        var region = hosted.host().region();
        if (region.isEmpty()) {
            return Optional.empty();
        }
        var entrance = hosted.request().entrance();
        return entrance.isPresent()
                ? called(id, region.get(), entrance.get())
                : sandboxes.claimants(FunctionUrl.claim(id)).stream()
                        .flatMap(each -> called(id, region.get(), sandboxes.open(each)).stream())
                        .findFirst();
    }

    private Optional<Called> called(String id, String region, Sandbox sandbox) {
        return transition(sandbox, functions -> functions.urls().find(region, id))
                .map(url -> new Called(url, sandbox, region));
    }

    private <R> R transition(Sandbox sandbox, Function<Functions, R> body) {
        return sandbox.storage().transition(() -> body.apply(sandbox.state(lambda)));
    }

    /// Whoever signed, if signatures are asked for; else anybody.
    private Caller caller(Called called, Hosted hosted, byte[] body) {
        var request = hosted.request();
        if (!called.url().isGuarded()) {
            return new Caller(
                            called.sandbox(),
                            new Principal.Anonymous(called.sandbox().account()),
                            called.region(),
                            Optional.empty(),
                            request.headers().first("User-Agent").orElse(""))
                    .from(request.source());
        }
        if (SignatureV4.serviceOf(hosted.sent()).isEmpty()) {
            throw UrlRefusals.forbidden();
        }
        var caller = signatures.verify(hosted.sent(), body, lambda.name());
        if (!caller.sandbox().id().equals(called.sandbox().id())) {
            throw UrlRefusals.forbidden();
        }
        return new Caller(
                        called.sandbox(),
                        caller.principal(),
                        called.region(),
                        caller.key(),
                        caller.userAgent())
                .from(request.source());
    }

    private HttpResponse run(
            Called called, Hosted hosted, Caller caller, byte[] body, String requestId) {
        var runner = transition(called.sandbox(), Functions::runner);
        var visit =
                new UrlVisit(called.url(), called.function(), caller, requestId, runner.metrics());
        var event = new UrlEvent(called.url(), hosted, caller, requestId).json(body);
        return visit.noted(() -> {
            var target =
                    transition(
                            called.sandbox(),
                            functions -> {
                                visit.admit(functions);
                                return Target.of(
                                        called.function(), functions, called.sandbox().random());
                            });
            return called.url().isStreamed()
                    ? UrlStream.answer(
                            runner.stream(
                                    target,
                                    requestId,
                                    event,
                                    Optional.empty(),
                                    hosted.sent().headers().first("X-Amzn-Trace-Id")),
                            requestId)
                    : UrlAnswer.of(
                            runner.run(target, requestId, event, Optional.empty()), requestId);
        });
    }
}
