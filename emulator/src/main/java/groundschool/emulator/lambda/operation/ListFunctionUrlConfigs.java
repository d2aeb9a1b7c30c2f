package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import java.util.List;
import java.util.Optional;

/// Lists the URLs of a function and of its aliases.
///
/// Source:
/// [ListFunctionUrlConfigs](https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctionUrlConfigs.html)
public record ListFunctionUrlConfigs(
        String functionName, Optional<String> marker, Optional<Integer> maxItems)
        implements LambdaOperation, Operation<Functions> {

    private static final int USUAL = 50;

    /// @param nextMarker absent on the last page
    public record Response(List<UrlConfig> functionUrlConfigs, Optional<String> nextMarker) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:ListFunctionUrlConfigs",
                        FunctionReference.of(functionName, call).functionArn()));
    }

    @Override
    public Response run(Functions functions, Call call) {
        var named = FunctionReference.of(functionName, call);
        var function =
                new FunctionReference(
                        named.name(), Optional.empty(), named.account(), named.region());
        if (functions.find(call.region(), function.name()).isEmpty()) {
            throw LambdaErrors.notFound("Function does not exist");
        }
        var all =
                functions
                        .urls()
                        .of(call.region(), function.name())
                        .map(url -> UrlConfig.read(url, function, functions))
                        .toList();
        var page = Page.of(all, marker, maxItems.orElse(USUAL), USUAL);
        return new Response(page.items(), page.next());
    }
}
