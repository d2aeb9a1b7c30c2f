package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import java.util.List;
import java.util.Optional;

/// Lists what becomes of asynchronous invocations of a function, its versions and aliases.
///
/// Source:
/// [ListFunctionEventInvokeConfigs](https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctionEventInvokeConfigs.html)
public record ListFunctionEventInvokeConfigs(
        String functionName, Optional<String> marker, Optional<Integer> maxItems)
        implements LambdaOperation, Operation<Functions> {

    private static final int USUAL = 50;

    /// @param nextMarker absent on the last page
    public record Response(
            List<EventInvokeConfig> functionEventInvokeConfigs, Optional<String> nextMarker) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:ListFunctionEventInvokeConfigs",
                        FunctionReference.of(functionName, call).functionArn()));
    }

    @Override
    public Response run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, call);
        EventInvokeConfig.requireFunction(reference, functions);
        var all =
                functions
                        .eventInvoking()
                        .below(call.region(), reference.name())
                        .map(each -> EventInvokeConfig.of(each, reference))
                        .toList();
        var page = Page.of(all, marker, maxItems.orElse(USUAL), USUAL);
        return new Response(page.items(), page.next());
    }
}
