package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.Payloads;
import groundschool.emulator.lambda.Target;
import groundschool.emulator.lambda.runtime.Invocation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Runs a function, and waits for its answer unless it is not wanted.
///
/// Source: [Invoke](https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html)
public record Invoke(
        String functionName,
        Optional<String> invocationType,
        Optional<String> logType,
        Optional<String> clientContext,
        Optional<Object> durableExecutionName,
        Optional<byte[]> payload,
        Optional<String> qualifier,
        Optional<Object> tenantId)
        implements LambdaOperation, Interaction<Functions> {

    /// Of an event that waits.

    /// @param statusCode 200, 202 for an event, 204 for a dry run
    public record Response(
            int statusCode,
            Optional<String> functionError,
            Optional<String> logResult,
            Optional<byte[]> payload,
            Optional<String> executedVersion) {

        private static Response of(int statusCode) {
            return new Response(
                    statusCode,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /// An event for a function whose answer is waited for.
    public static Invoke answered(String functionArn, byte[] payload) {
        return new Invoke(
                functionArn,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(payload),
                Optional.empty(),
                Optional.empty());
    }

    /// An event for a function that nobody waits for.
    public static Invoke event(String functionArn, byte[] payload) {
        return of(functionArn, "Event", Optional.of(payload));
    }

    /// Whether a function may be invoked, and no more.
    public static Invoke dryRun(String functionArn) {
        return of(functionArn, "DryRun", Optional.empty());
    }

    private static Invoke of(String functionArn, String type, Optional<byte[]> payload) {
        return new Invoke(
                functionArn,
                Optional.of(type),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                payload,
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:InvokeFunction",
                        FunctionReference.of(functionName, qualifier, call).arn()));
    }

    @Override
    public Response run(Turn<Functions> turn, Call call) {
        LambdaErrors.refuse("DurableExecutionName", durableExecutionName.isPresent());
        LambdaErrors.refuse("TenantId", tenantId.isPresent());
        var reference = FunctionReference.of(functionName, qualifier, call);
        var target = turn.transition(functions -> Target.of(reference, functions, call.random()));
        Payloads.checkContext(clientContext);
        var event = payload.filter(sent -> sent.length > 0).orElse(Payloads.EMPTY);
        Payloads.check(event);
        return switch (invocationType.orElse("RequestResponse")) {
            case "DryRun" -> Response.of(204);
            case "Event" -> queue(event, reference, turn, call);
            default -> {
                var runner = turn.transition(Functions::runner);
                var trace = turn.caller().trace();
                yield answer(target, runner.run(target, requestId(), event, clientContext, trace));
            }
        };
    }

    private Response queue(
            byte[] event, FunctionReference reference, Turn<Functions> turn, Call call) {
        Payloads.checkQueued(event);
        return turn.transition(functions -> {
            functions
                    .events()
                    .add(reference, requestId(), event, turn.caller().trace(), call.now());
            return Response.of(202);
        });
    }

    private Response answer(Target target, Invocation.Result result) {
        var log =
                logType.filter(type -> type.equals("Tail"))
                        .map(_ ->
                                Base64.getEncoder()
                                        .encodeToString(
                                                result.logTail().getBytes(StandardCharsets.UTF_8)));
        return new Response(
                200,
                result.functionError(),
                log,
                Optional.of(result.payload()),
                Optional.of(target.version().version()));
    }

    private static String requestId() {
        return UUID.randomUUID().toString();
    }
}
