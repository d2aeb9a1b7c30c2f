package groundschool.emulator.lambda.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.LayerReference;
import groundschool.emulator.lambda.Layers;

/// Where the policies of layers' versions are.
final class LayerPolicies {

    private LayerPolicies() {}

    /// @throws AwsException if there is no such version
    static String[] path(String layer, long version, Functions functions, Call call) {
        LayerReference.requirePositive(version);
        var reference = LayerReference.of(layer, call);
        if (functions.layers().find(reference.versionArn(version)).isEmpty()) {
            throw LambdaErrors.notFound(
                    "Layer version %s does not exist.".formatted(reference.versionArn(version)));
        }
        return new String[] {call.region(), reference.name(), Layers.padded(version)};
    }

    static AwsException none() {
        return LambdaErrors.notFound("No policy is associated with the given resource.");
    }
}
