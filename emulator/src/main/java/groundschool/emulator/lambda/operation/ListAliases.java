package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import java.util.List;
import java.util.Optional;

/// Lists the aliases of a function.
///
/// Source: [ListAliases](https://docs.aws.amazon.com/lambda/latest/api/API_ListAliases.html)
public record ListAliases(
        String functionName,
        Optional<String> functionVersion,
        Optional<String> marker,
        Optional<Integer> maxItems)
        implements LambdaOperation, Operation<Functions> {

    private static final int USUAL = 50;

    /// @param nextMarker absent on the last page
    public record Response(List<AliasConfiguration> aliases, Optional<String> nextMarker) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:ListAliases",
                        FunctionReference.of(functionName, call).functionArn()));
    }

    @Override
    public Response run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, call);
        functions.function(reference);
        var all =
                functions
                        .aliases()
                        .below(call.region(), reference.name())
                        .filter(alias -> functionVersion.map(alias.version()::equals).orElse(true))
                        .map(alias -> AliasConfiguration.of(alias, reference))
                        .toList();
        var page = Page.of(all, marker, maxItems.orElse(USUAL), USUAL);
        return new Response(page.items(), page.next());
    }
}
