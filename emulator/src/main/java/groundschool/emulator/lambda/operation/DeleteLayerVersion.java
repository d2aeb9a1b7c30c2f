package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LayerReference;
import java.util.List;

/// Deletes a version of a layer, if it is there. Functions that have it keep it.
///
/// Source:
/// [DeleteLayerVersion](https://docs.aws.amazon.com/lambda/latest/api/API_DeleteLayerVersion.html)
public record DeleteLayerVersion(String layerName, long versionNumber)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:DeleteLayerVersion",
                        LayerReference.of(layerName, call).versionArn(versionNumber)));
    }

    @Override
    public Done run(Functions functions, Call call) {
        LayerReference.requirePositive(versionNumber);
        functions
                .layers()
                .find(LayerReference.of(layerName, call).versionArn(versionNumber))
                .ifPresent(version -> functions.layers().remove(version, call.region()));
        return new Done();
    }
}
