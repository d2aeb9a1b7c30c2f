package groundschool.emulator.lambda.url;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Caller;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.iam.Authorization;
import groundschool.emulator.iam.DecisionTrace;
import groundschool.emulator.iam.Iam;
import groundschool.emulator.lambda.FunctionMetrics;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.function.FunctionUrl;
import groundschool.emulator.sandbox.Body;
import groundschool.emulator.sandbox.Ledger;
import groundschool.emulator.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// One call of a function's URL: may it be made, and what the ledger says of it.
///
/// Source: [Control access to function
/// URLs](https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html)
final class UrlVisit {

    private final FunctionUrl url;
    private final FunctionReference function;
    private final Caller caller;
    private final String requestId;
    private final FunctionMetrics metrics;
    private String decision = "";
    private String trace = "";

    UrlVisit(
            FunctionUrl url,
            FunctionReference function,
            Caller caller,
            String requestId,
            FunctionMetrics metrics) {
        this.metrics = metrics;
        this.url = url;
        this.function = function;
        this.caller = Iam.current(caller);
        this.requestId = requestId;
    }

    /// Asks IAM, in a transition. Since October 2025 both actions must be allowed.
    ///
    /// @throws AwsException if the caller may not
    void admit(Functions functions) {
        var sandbox = caller.sandbox();
        var authorization = Authorization.of(caller, wanted(functions), sandbox.state(Iam.SERVICE));
        decision = authorization.reason();
        if (authorization.refusal().isPresent() || sandbox.ledger().isKept()) {
            trace = DecisionTrace.of(authorization, sandbox.keys());
        }
        if (authorization.refusal().isPresent()) {
            throw UrlRefusals.forbidden();
        }
        Iam.noteUse(caller, "lambda", sandbox.clock().now());
    }

    private List<Access> wanted(Functions functions) {
        var arn = function.arn();
        return List.of(
                        new Access(
                                "lambda:InvokeFunctionUrl",
                                arn,
                                Map.of(
                                        "lambda:FunctionUrlAuthType", List.of(url.authType()),
                                        "lambda:FunctionArn", List.of(arn))),
                        new Access(
                                "lambda:InvokeFunction",
                                arn,
                                Map.of("lambda:InvokedViaFunctionUrl", List.of("true"))))
                .stream()
                .map(access -> functions.policyOf(arn).map(access::guardedBy).orElse(access))
                .toList();
    }

    /// Runs it and notes it.
    HttpResponse noted(Supplier<HttpResponse> body) {
        var began = System.nanoTime();
        var error = Optional.<Ledger.Failure>empty();
        int status = 500;
        try {
            var answer = body.get();
            status = answer.status();
            return answer;
        } catch (AwsException refusal) {
            error = Optional.of(new Ledger.Failure(refusal.code(), refusal.message()));
            status = refusal.status();
            throw refusal;
        } finally {
            var took = Duration.ofNanos(System.nanoTime() - began);
            note(error, took);
            metrics.called(function, status, took);
        }
    }

    private void note(Optional<Ledger.Failure> error, Duration took) {
        var sandbox = caller.sandbox();
        sandbox.ledger()
                .add(
                        new Ledger.Entry(
                                0,
                                sandbox.clock().now(),
                                caller.principal().arn(),
                                function.region(),
                                "lambda",
                                "InvokeFunctionUrl",
                                List.of(function.arn()),
                                Body.of(Map.of("FunctionName", function.arn()), Json.mapper()),
                                Optional.empty(),
                                error,
                                decision,
                                trace,
                                Map.of(),
                                Ledger.Effect.NONE,
                                requestId,
                                took));
    }
}
