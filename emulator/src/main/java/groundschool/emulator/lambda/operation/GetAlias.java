package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import java.util.List;

/// Shows an alias.
///
/// Source: [GetAlias](https://docs.aws.amazon.com/lambda/latest/api/API_GetAlias.html)
public record GetAlias(String functionName, String name)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:GetAlias", FunctionReference.of(functionName, call).functionArn()));
    }

    @Override
    public AliasConfiguration run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, call);
        return functions
                .aliases()
                .get(call.region(), reference.name(), name)
                .map(alias -> AliasConfiguration.of(alias, reference))
                .orElseThrow(() -> LambdaErrors.aliasNotFound(reference.qualified(name).arn()));
    }
}
