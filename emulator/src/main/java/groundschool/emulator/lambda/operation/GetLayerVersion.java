package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.LayerReference;
import java.util.List;

/// Shows a version of a layer, and where it can be fetched.
///
/// Source:
/// [GetLayerVersion](https://docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersion.html)
public record GetLayerVersion(String layerName, long versionNumber)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:GetLayerVersion",
                        LayerReference.of(layerName, call).versionArn(versionNumber)));
    }

    @Override
    public LayerDescription run(Functions functions, Call call) {
        LayerReference.requirePositive(versionNumber);
        var reference = LayerReference.of(layerName, call);
        return functions
                .layers()
                .find(reference.versionArn(versionNumber))
                .map(version -> LayerDescription.of(version, functions, call))
                .orElseThrow(
                        () -> LambdaErrors.notFound("The resource you requested does not exist."));
    }
}
