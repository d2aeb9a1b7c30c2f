package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.Payloads;
import groundschool.emulator.lambda.Target;
import java.util.List;
import java.util.UUID;

/// Runs a function, and waits for nothing: what Invoke does for an `Event`, in the form of 2014.
///
/// Source: [InvokeAsync](https://docs.aws.amazon.com/lambda/latest/api/API_InvokeAsync.html)
public record InvokeAsync(String functionName, byte[] invokeArgs)
        implements LambdaOperation, Interaction<Functions> {

    /// @param status 202
    public record Response(int status) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to("lambda:InvokeFunction", FunctionReference.of(functionName, call).arn()));
    }

    @Override
    public Response run(Turn<Functions> turn, Call call) {
        var reference = FunctionReference.of(functionName, call);
        turn.transition(functions -> Target.of(reference, functions, call.random()));
        Payloads.check(invokeArgs);
        Payloads.checkQueued(invokeArgs);
        return turn.transition(functions -> {
            functions
                    .events()
                    .add(
                            reference,
                            UUID.randomUUID().toString(),
                            invokeArgs,
                            turn.caller().trace(),
                            call.now());
            return new Response(202);
        });
    }
}
