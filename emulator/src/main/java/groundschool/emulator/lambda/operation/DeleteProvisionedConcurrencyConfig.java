package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import java.util.List;
import java.util.Optional;

/// Keeps no environments of a version or an alias ready any more.
///
/// Source:
/// [DeleteProvisionedConcurrencyConfig](https://docs.aws.amazon.com/lambda/latest/api/API_DeleteProvisionedConcurrencyConfig.html)
public record DeleteProvisionedConcurrencyConfig(String functionName, String qualifier)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:DeleteProvisionedConcurrencyConfig",
                        FunctionReference.of(functionName, Optional.of(qualifier), call).arn()));
    }

    @Override
    public Done run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, Optional.of(qualifier), call);
        var version =
                ProvisionedConfig.version(reference, functions, ProvisionedConfig.NOT_PUBLISHED);
        functions
                .provisioned()
                .of(call.region(), reference.name(), qualifier)
                .ifPresent(kept -> functions.provisioned().remove(call.region(), kept, version));
        return new Done();
    }
}
