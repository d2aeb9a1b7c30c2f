package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.Limits;
import groundschool.emulator.lambda.function.FunctionVersion;
import groundschool.emulator.lambda.function.Provisioned;
import java.util.List;
import java.util.Optional;

/// Has environments of a version or an alias be initialized before they are needed.
///
/// Source:
/// [PutProvisionedConcurrencyConfig](https://docs.aws.amazon.com/lambda/latest/api/API_PutProvisionedConcurrencyConfig.html)
public record PutProvisionedConcurrencyConfig(
        String functionName, String qualifier, int provisionedConcurrentExecutions)
        implements LambdaOperation, Operation<Functions> {

    private static final String UNPUBLISHED =
            "Provisioned Concurrency Configs cannot be applied to unpublished function versions.";

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:PutProvisionedConcurrencyConfig",
                        FunctionReference.of(functionName, Optional.of(qualifier), call).arn()));
    }

    @Override
    public ProvisionedConfig run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, Optional.of(qualifier), call);
        var version = ProvisionedConfig.version(reference, functions, UNPUBLISHED);
        var function = functions.function(reference);
        refuseConflict(version, reference, functions);
        var provisioned = functions.provisioned();
        int others =
                provisioned.total(call.region(), function.name())
                        - provisioned
                                .of(call.region(), function.name(), qualifier)
                                .map(Provisioned::requested)
                                .orElse(0);
        if (function.reservedConcurrency().isPresent()) {
            if (others + provisionedConcurrentExecutions > function.reservedConcurrency().get()) {
                throw LambdaErrors.invalid(
                        "Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function");
            }
        } else {
            Limits.checkProvisioned(
                    unreserved(functions, call) + others, others + provisionedConcurrentExecutions);
        }
        return ProvisionedConfig.of(
                provisioned.ask(
                        call.region(),
                        function.name(),
                        qualifier,
                        provisionedConcurrentExecutions));
    }

    /// What is left for all functions that reserve nothing.
    private static int unreserved(Functions functions, Call call) {
        int reserved =
                functions
                        .in(call.region())
                        .mapToInt(each -> each.reservedConcurrency().orElse(0))
                        .sum();
        return Limits.CONCURRENCY
                - reserved
                - functions.provisioned().unreserved(functions, call.region());
    }

    /// A version is provisioned for itself or for an alias, not for both.
    private void refuseConflict(
            FunctionVersion version, FunctionReference reference, Functions functions) {
        var provisioned = functions.provisioned();
        var region = reference.region();
        if (!FunctionReference.isNumber(qualifier)) {
            if (provisioned.of(region, reference.name(), version.version()).isPresent()) {
                throw LambdaErrors.conflict(
                        "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version");
            }
            return;
        }
        boolean isAliased =
                functions
                        .aliases()
                        .below(region, reference.name())
                        .filter(alias -> alias.version().equals(qualifier))
                        .anyMatch(alias ->
                                provisioned.of(region, reference.name(), alias.name()).isPresent());
        if (isAliased) {
            throw LambdaErrors.conflict("Version is pointed by a Provisioned Concurrency alias");
        }
    }
}
