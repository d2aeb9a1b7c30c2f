package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.function.FunctionVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Lists the versions of a function.
///
/// Source:
/// [ListVersionsByFunction](https://docs.aws.amazon.com/lambda/latest/api/API_ListVersionsByFunction.html)
public record ListVersionsByFunction(
        String functionName, Optional<String> marker, Optional<Integer> maxItems)
        implements LambdaOperation, Operation<Functions> {

    private static final int USUAL = 50;

    /// @param nextMarker absent on the last page
    public record Response(List<FunctionConfiguration> versions, Optional<String> nextMarker) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:ListVersionsByFunction",
                        FunctionReference.of(functionName, call).functionArn()));
    }

    @Override
    public Response run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, call);
        var function = functions.function(reference);
        var all =
                Stream.<FunctionVersion>concat(
                                Stream.of(function.latest()),
                                functions.versions(call.region(), function.name()))
                        .toList();
        var page = Page.of(all, marker, maxItems.orElse(USUAL), USUAL);
        return new Response(
                page.items().stream()
                        .map(version ->
                                FunctionConfiguration.listed(version, functions, reference, true))
                        .toList(),
                page.next());
    }
}
