package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import java.util.List;
import java.util.Optional;

/// Has asynchronous invocations be handled as usual again.
///
/// Source:
/// [DeleteFunctionEventInvokeConfig](https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionEventInvokeConfig.html)
public record DeleteFunctionEventInvokeConfig(String functionName, Optional<String> qualifier)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:DeleteFunctionEventInvokeConfig",
                        FunctionReference.of(functionName, qualifier, call).arn()));
    }

    @Override
    public Done run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, qualifier, call);
        var found = EventInvokeConfig.find(reference, functions);
        functions.eventInvoking().remove(call.region(), found.function(), found.qualifier());
        return new Done();
    }
}
