package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import java.util.List;
import java.util.Optional;

/// Shows how many environments of a version or an alias are kept ready.
///
/// Source:
/// [GetProvisionedConcurrencyConfig](https://docs.aws.amazon.com/lambda/latest/api/API_GetProvisionedConcurrencyConfig.html)
public record GetProvisionedConcurrencyConfig(String functionName, String qualifier)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:GetProvisionedConcurrencyConfig",
                        FunctionReference.of(functionName, Optional.of(qualifier), call).arn()));
    }

    @Override
    public ProvisionedConfig run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, Optional.of(qualifier), call);
        ProvisionedConfig.version(reference, functions, ProvisionedConfig.NOT_PUBLISHED);
        return functions
                .provisioned()
                .of(call.region(), reference.name(), qualifier)
                .map(ProvisionedConfig::of)
                .orElseThrow(ProvisionedConfig::notFound);
    }
}
