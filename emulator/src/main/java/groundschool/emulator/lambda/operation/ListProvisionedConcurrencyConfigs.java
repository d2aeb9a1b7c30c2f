package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.function.Provisioned;
import java.util.List;
import java.util.Optional;

/// Lists for which versions and aliases of a function environments are kept ready.
///
/// Source:
/// [ListProvisionedConcurrencyConfigs](https://docs.aws.amazon.com/lambda/latest/api/API_ListProvisionedConcurrencyConfigs.html)
public record ListProvisionedConcurrencyConfigs(
        String functionName, Optional<String> marker, Optional<Integer> maxItems)
        implements LambdaOperation, Operation<Functions> {

    private static final int USUAL = 50;

    /// @param functionArn with the version or the alias
    public record Item(
            String functionArn,
            int requestedProvisionedConcurrentExecutions,
            int availableProvisionedConcurrentExecutions,
            int allocatedProvisionedConcurrentExecutions,
            String status,
            Optional<String> statusReason,
            String lastModified) {

        private static Item of(Provisioned kept, FunctionReference function) {
            return new Item(
                    function.qualified(kept.qualifier()).arn(),
                    kept.requested(),
                    kept.allocated(),
                    kept.allocated(),
                    kept.status(),
                    kept.reason(),
                    ProvisionedConfig.TIME.format(kept.lastModified()));
        }
    }

    /// @param nextMarker absent on the last page
    public record Response(List<Item> provisionedConcurrencyConfigs, Optional<String> nextMarker) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:ListProvisionedConcurrencyConfigs",
                        FunctionReference.of(functionName, call).functionArn()));
    }

    @Override
    public Response run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, call);
        functions.function(reference);
        var all =
                functions
                        .provisioned()
                        .of(call.region(), reference.name())
                        .map(kept -> Item.of(kept, reference))
                        .toList();
        var page = Page.of(all, marker, maxItems.orElse(USUAL), USUAL);
        return new Response(page.items(), page.next());
    }
}
