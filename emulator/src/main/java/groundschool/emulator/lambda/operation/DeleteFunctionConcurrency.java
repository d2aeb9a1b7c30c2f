package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import java.util.List;
import java.util.Optional;

/// Has a function share the account's concurrency again.
///
/// Source:
/// [DeleteFunctionConcurrency](https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionConcurrency.html)
public record DeleteFunctionConcurrency(String functionName)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:DeleteFunctionConcurrency",
                        FunctionReference.of(functionName, call).functionArn()));
    }

    @Override
    public Done run(Functions functions, Call call) {
        var function = functions.function(FunctionReference.of(functionName, call));
        functions.put(function.reserving(Optional.empty()), call.region());
        return new Done();
    }
}
