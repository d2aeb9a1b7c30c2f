package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import java.util.List;
import java.util.Optional;

/// Shows how a version of a function is run.
///
/// Source:
/// [GetFunctionConfiguration](https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html)
public record GetFunctionConfiguration(String functionName, Optional<String> qualifier)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:GetFunctionConfiguration",
                        FunctionReference.of(functionName, qualifier, call).arn()));
    }

    @Override
    public FunctionConfiguration run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, qualifier, call);
        var version = functions.version(reference);
        return FunctionConfiguration.of(
                        version, functions, reference, FunctionConfiguration.Moment.LATER)
                .readBy(call, version, reference);
    }
}
