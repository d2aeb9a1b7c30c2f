package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import java.util.List;
import java.util.Optional;

/// Shows how much concurrency is kept for a function.
///
/// Source:
/// [GetFunctionConcurrency](https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConcurrency.html)
public record GetFunctionConcurrency(String functionName)
        implements LambdaOperation, Operation<Functions> {

    /// @param reservedConcurrentExecutions absent if nothing is kept
    public record Response(Optional<Integer> reservedConcurrentExecutions) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:GetFunctionConcurrency",
                        FunctionReference.of(functionName, call).functionArn()));
    }

    @Override
    public Response run(Functions functions, Call call) {
        var function = functions.function(FunctionReference.of(functionName, call));
        return new Response(function.reservedConcurrency());
    }
}
