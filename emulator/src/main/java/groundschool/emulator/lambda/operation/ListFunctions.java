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

/// Lists functions, with all their versions if that is asked for.
///
/// Source: [ListFunctions](https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html)
public record ListFunctions(
        Optional<String> masterRegion,
        Optional<String> functionVersion,
        Optional<String> marker,
        Optional<Integer> maxItems)
        implements LambdaOperation, Operation<Functions> {

    private static final int USUAL = 50;

    /// @param nextMarker absent on the last page
    public record Response(List<FunctionConfiguration> functions, Optional<String> nextMarker) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(Access.to("lambda:ListFunctions", "*"));
    }

    @Override
    public Response run(Functions functions, Call call) {
        var all =
                functions
                        .in(call.region())
                        .flatMap(function ->
                                Stream.concat(
                                        Stream.of(function.latest()),
                                        functionVersion.isPresent()
                                                ? functions.versions(call.region(), function.name())
                                                : Stream.<FunctionVersion>empty()))
                        .toList();
        var page = Page.of(all, marker, maxItems.orElse(USUAL), USUAL);
        return new Response(
                page.items().stream()
                        .map(version ->
                                FunctionConfiguration.listed(
                                        version,
                                        functions,
                                        FunctionReference.of(version.function(), call),
                                        functionVersion.isPresent()))
                        .toList(),
                page.next());
    }
}
