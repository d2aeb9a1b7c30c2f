package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import java.util.List;

/// Shows that a function's code need not be signed: no function has such a configuration here.
/// Terraform asks for it with each function.
///
/// Source:
/// [GetFunctionCodeSigningConfig](https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionCodeSigningConfig.html);
/// a recorded answer
public record GetFunctionCodeSigningConfig(String functionName)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:GetFunctionCodeSigningConfig",
                        FunctionReference.of(functionName, call).functionArn()));
    }

    @Override
    public Done run(Functions functions, Call call) {
        functions.function(FunctionReference.of(functionName, call));
        return new Done();
    }
}
