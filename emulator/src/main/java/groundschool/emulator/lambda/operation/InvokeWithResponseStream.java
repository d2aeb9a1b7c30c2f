package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Streamed;
import groundschool.emulator.Turn;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.InvocationEvents;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.Payloads;
import groundschool.emulator.lambda.Target;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Runs a function, and gives its answer while it comes.
///
/// Source:
/// [InvokeWithResponseStream](https://docs.aws.amazon.com/lambda/latest/api/API_InvokeWithResponseStream.html)
public record InvokeWithResponseStream(
        String functionName,
        Optional<String> invocationType,
        Optional<String> logType,
        Optional<String> clientContext,
        Optional<byte[]> payload,
        Optional<String> qualifier,
        Optional<Object> tenantId)
        implements LambdaOperation, Interaction<Functions> {

    /// @param statusCode 200, or 204 for a dry run
    public record Response(int statusCode, Optional<String> executedVersion, Events eventStream)
            implements Streamed {

        @Override
        public Events events() {
            return eventStream;
        }
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
        LambdaErrors.refuse("TenantId", tenantId.isPresent());
        var reference = FunctionReference.of(functionName, qualifier, call);
        var target = turn.transition(functions -> Target.of(reference, functions, call.random()));
        Payloads.checkContext(clientContext);
        var event = payload.filter(sent -> sent.length > 0).orElse(Payloads.EMPTY);
        Payloads.check(event);
        if (invocationType.filter("DryRun"::equals).isPresent()) {
            return new Response(
                    204, Optional.empty(), new Streamed.Events(new InvocationEvents.None()));
        }
        var runner = turn.transition(Functions::runner);
        var answer =
                runner.stream(
                        target,
                        UUID.randomUUID().toString(),
                        event,
                        clientContext,
                        turn.caller().trace());
        var first = answer.next();
        return new Response(
                200,
                Optional.of(target.version().version()),
                new Streamed.Events(
                        new InvocationEvents(
                                answer, first, logType.filter("Tail"::equals).isPresent())));
    }
}
