package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import java.util.List;
import java.util.Optional;

/// Shows what becomes of asynchronous invocations.
///
/// Source:
/// [GetFunctionEventInvokeConfig](https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionEventInvokeConfig.html)
public record GetFunctionEventInvokeConfig(String functionName, Optional<String> qualifier)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:GetFunctionEventInvokeConfig",
                        FunctionReference.of(functionName, qualifier, call).arn()));
    }

    @Override
    public EventInvokeConfig run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, qualifier, call);
        return EventInvokeConfig.of(EventInvokeConfig.find(reference, functions), reference);
    }
}
