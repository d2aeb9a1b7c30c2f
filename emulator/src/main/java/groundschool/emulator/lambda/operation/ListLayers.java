package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LayerReference;
import groundschool.emulator.lambda.function.LayerVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Lists layers, each with its newest version.
///
/// Source: [ListLayers](https://docs.aws.amazon.com/lambda/latest/api/API_ListLayers.html)
public record ListLayers(
        Optional<String> compatibleRuntime,
        Optional<String> marker,
        Optional<Integer> maxItems,
        Optional<String> compatibleArchitecture)
        implements LambdaOperation, Operation<Functions> {

    private static final int USUAL = 50;

    public record Layer(
            String layerName, String layerArn, LayerDescription.Item latestMatchingVersion) {}

    /// @param nextMarker absent on the last page
    public record Response(List<Layer> layers, Optional<String> nextMarker) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(Access.to("lambda:ListLayers", "*"));
    }

    @Override
    public Response run(Functions functions, Call call) {
        RuntimeRules.checkFilter(compatibleRuntime);
        var newest = new LinkedHashMap<String, LayerVersion>();
        functions
                .layers()
                .in(call.region())
                .filter(version -> compatibleRuntime.map(version.runtimes()::contains).orElse(true))
                .filter(version ->
                        compatibleArchitecture.map(version.architectures()::contains).orElse(true))
                .forEach(version -> newest.put(version.layer(), version));
        var all =
                newest.values().stream()
                        .map(version ->
                                new Layer(
                                        version.layer(),
                                        LayerReference.of(version.layer(), call).layerArn(),
                                        LayerDescription.Item.of(version, call)))
                        .toList();
        var page = Page.of(all, marker, maxItems.orElse(USUAL), USUAL);
        return new Response(page.items(), page.next());
    }
}
