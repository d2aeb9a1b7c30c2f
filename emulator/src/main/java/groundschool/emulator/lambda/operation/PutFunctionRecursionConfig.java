package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import java.util.List;

/// Says whether a function that invokes itself in circles is stopped.
///
/// Source:
/// [PutFunctionRecursionConfig](https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionRecursionConfig.html)
public record PutFunctionRecursionConfig(String functionName, String recursiveLoop)
        implements LambdaOperation, Operation<Functions> {

    static final String ALLOW = "Allow";
    static final String TERMINATE = "Terminate";

    public record Response(String recursiveLoop) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:PutFunctionRecursionConfig",
                        FunctionReference.of(functionName, call).functionArn()));
    }

    @Override
    public Response run(Functions functions, Call call) {
        var function = functions.function(FunctionReference.of(functionName, call));
        if (recursiveLoop.equals(ALLOW)) {
            functions.loops().put(ALLOW, call.region(), function.name());
        } else {
            functions.loops().remove(call.region(), function.name());
        }
        return new Response(recursiveLoop);
    }
}
