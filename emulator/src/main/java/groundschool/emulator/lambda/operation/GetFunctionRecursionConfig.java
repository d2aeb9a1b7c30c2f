package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import java.util.List;

/// Shows whether a function that invokes itself in circles is stopped.
///
/// Source:
/// [GetFunctionRecursionConfig](https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionRecursionConfig.html)
public record GetFunctionRecursionConfig(String functionName)
        implements LambdaOperation, Operation<Functions> {

    public record Response(String recursiveLoop) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:GetFunctionRecursionConfig",
                        FunctionReference.of(functionName, call).functionArn()));
    }

    @Override
    public Response run(Functions functions, Call call) {
        var function = functions.function(FunctionReference.of(functionName, call));
        return new Response(
                functions
                        .loops()
                        .get(call.region(), function.name())
                        .orElse(PutFunctionRecursionConfig.TERMINATE));
    }
}
