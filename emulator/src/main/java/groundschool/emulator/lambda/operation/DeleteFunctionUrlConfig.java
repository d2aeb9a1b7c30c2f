package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import java.util.List;
import java.util.Optional;

/// Takes a function's URL away. Another that is made later has another name.
///
/// Source:
/// [DeleteFunctionUrlConfig](https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionUrlConfig.html)
public record DeleteFunctionUrlConfig(String functionName, Optional<String> qualifier)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, qualifier, call);
        return List.of(
                new Access(
                        "lambda:DeleteFunctionUrlConfig",
                        reference.functionArn(),
                        UrlConfig.conditionKeys(
                                reference, UrlConfig.authType(reference, functions))));
    }

    @Override
    public Done run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, qualifier, call);
        functions.urls().remove(UrlConfig.find(reference, functions), call.region());
        return new Done();
    }
}
