package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LayerReference;
import groundschool.emulator.lambda.function.LayerVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Lists the versions of a layer, the newest first.
///
/// Source:
/// [ListLayerVersions](https://docs.aws.amazon.com/lambda/latest/api/API_ListLayerVersions.html)
public record ListLayerVersions(
        Optional<String> compatibleRuntime,
        String layerName,
        Optional<String> marker,
        Optional<Integer> maxItems,
        Optional<String> compatibleArchitecture)
        implements LambdaOperation, Operation<Functions> {

    private static final int USUAL = 50;

    /// @param nextMarker absent on the last page
    public record Response(
            List<LayerDescription.Item> layerVersions, Optional<String> nextMarker) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(Access.to("lambda:ListLayerVersions", "*"));
    }

    @Override
    public Response run(Functions functions, Call call) {
        RuntimeRules.checkFilter(compatibleRuntime);
        var all =
                functions
                        .layers()
                        .versions(call.region(), LayerReference.of(layerName, call).name())
                        .filter(version ->
                                compatibleRuntime.map(version.runtimes()::contains).orElse(true))
                        .filter(version ->
                                compatibleArchitecture
                                        .map(version.architectures()::contains)
                                        .orElse(true))
                        .sorted(Comparator.comparingLong(LayerVersion::version).reversed())
                        .map(version -> LayerDescription.Item.of(version, call))
                        .toList();
        var page = Page.of(all, marker, maxItems.orElse(USUAL), USUAL);
        return new Response(page.items(), page.next());
    }
}
