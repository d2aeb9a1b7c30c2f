package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.function.Alias;
import java.util.List;
import java.util.Optional;

/// Gives a version of a function a name.
///
/// Source: [CreateAlias](https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html)
public record CreateAlias(
        String functionName,
        String name,
        String functionVersion,
        Optional<String> description,
        Optional<AliasRouting> routingConfig)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:CreateAlias",
                        FunctionReference.of(functionName, call).functionArn()));
    }

    @Override
    public AliasConfiguration run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, call);
        var weights = AliasRouting.check(routingConfig, functionVersion, reference, functions);
        if (functions.aliases().get(call.region(), reference.name(), name).isPresent()) {
            throw LambdaErrors.conflict("Alias already exists: " + reference.qualified(name).arn());
        }
        var alias =
                new Alias(
                        reference.name(),
                        name,
                        functionVersion,
                        description.orElse(""),
                        weights,
                        functions.revision(call));
        functions.aliases().put(alias, call.region(), reference.name(), name);
        return AliasConfiguration.of(alias, reference);
    }
}
