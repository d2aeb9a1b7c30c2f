package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import java.util.List;
import java.util.Optional;

/// Lists event source mappings: all, or those of a stream or a function.
///
/// Source:
/// [ListEventSourceMappings](https://docs.aws.amazon.com/lambda/latest/api/API_ListEventSourceMappings.html)
public record ListEventSourceMappings(
        Optional<String> eventSourceArn,
        Optional<String> functionName,
        Optional<String> marker,
        Optional<Integer> maxItems)
        implements LambdaOperation, Operation<Functions> {

    private static final int USUAL = 100;

    /// @param nextMarker absent on the last page
    public record Response(
            List<EventSourceMapping> eventSourceMappings, Optional<String> nextMarker) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(Access.to("lambda:ListEventSourceMappings", "*"));
    }

    @Override
    public Response run(Functions functions, Call call) {
        var function = functionName.map(name -> FunctionReference.of(name, call).arn());
        var all =
                functions
                        .mappings()
                        .in(call.region())
                        .filter(mapping ->
                                eventSourceArn.map(mapping.streamArn()::equals).orElse(true))
                        .filter(mapping -> function.map(mapping.functionArn()::equals).orElse(true))
                        .map(mapping -> EventSourceMapping.of(mapping, call))
                        .toList();
        var page = Page.of(all, marker, maxItems.orElse(USUAL), USUAL);
        return new Response(page.items(), page.next());
    }
}
