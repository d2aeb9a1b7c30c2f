package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.Limits;
import java.util.List;
import java.util.Optional;

/// Keeps some of the account's concurrency for a function, which then has no more than that.
///
/// Source:
/// [PutFunctionConcurrency](https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionConcurrency.html)
public record PutFunctionConcurrency(String functionName, int reservedConcurrentExecutions)
        implements LambdaOperation, Operation<Functions> {

    public record Response(int reservedConcurrentExecutions) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:PutFunctionConcurrency",
                        FunctionReference.of(functionName, call).functionArn()));
    }

    @Override
    public Response run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, call);
        if (reference.qualifier().isPresent()) {
            throw LambdaErrors.invalid(
                    "This operation is permitted on Lambda functions only. Aliases and versions do not support this operation. Please specify either a function name or an unqualified function ARN.");
        }
        var function = functions.function(reference.qualified("$LATEST"));
        int others =
                functions
                        .in(call.region())
                        .filter(each -> !each.name().equals(function.name()))
                        .mapToInt(each -> each.reservedConcurrency().orElse(0))
                        .sum();
        int provisioned = functions.provisioned().total(call.region(), function.name());
        if (reservedConcurrentExecutions < provisioned) {
            throw LambdaErrors.invalid(
                    " ReservedConcurrentExecutions  %d should not be lower than function's total provisioned concurrency [%d]."
                            .formatted(reservedConcurrentExecutions, provisioned));
        }
        Limits.checkReserved(others, reservedConcurrentExecutions);
        functions.put(function.reserving(Optional.of(reservedConcurrentExecutions)), call.region());
        return new Response(reservedConcurrentExecutions);
    }
}
