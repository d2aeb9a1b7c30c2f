package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import java.util.List;
import java.util.Optional;

/// Shows the URL of a function or an alias.
///
/// Source:
/// [GetFunctionUrlConfig](https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionUrlConfig.html)
public record GetFunctionUrlConfig(String functionName, Optional<String> qualifier)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, qualifier, call);
        return List.of(
                new Access(
                        "lambda:GetFunctionUrlConfig",
                        reference.functionArn(),
                        UrlConfig.conditionKeys(
                                reference, UrlConfig.authType(reference, functions))));
    }

    @Override
    public UrlConfig run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, qualifier, call);
        return UrlConfig.read(UrlConfig.find(reference, functions), reference, functions);
    }
}
