package groundschool.emulator.lambda.operation;

import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.function.FunctionVersion;
import java.util.Map;
import java.util.Optional;

/// How an alias shares invocations out.
///
/// Source:
/// [AliasRoutingConfiguration](https://docs.aws.amazon.com/lambda/latest/api/API_AliasRoutingConfiguration.html)
public record AliasRouting(Optional<Map<String, Double>> additionalVersionWeights) {

    static AliasRouting of(Map<String, Double> weights) {
        return new AliasRouting(Optional.of(weights));
    }

    /// The weights, if an alias to that version may have them.
    ///
    /// @throws groundschool.emulator.AwsException if not, or a version is not there
    static Map<String, Double> check(
            Optional<AliasRouting> routing,
            String version,
            FunctionReference function,
            Functions functions) {
        var weights = routing.flatMap(AliasRouting::additionalVersionWeights).orElse(Map.of());
        if (weights.size() > 1) {
            throw LambdaErrors.invalid(
                    "Number of items in AdditionalVersionWeights cannot be greater than 1");
        }
        if (weights.containsKey(version)) {
            throw LambdaErrors.invalid(
                    "Invalid function version %s. Function version %s is already included in routing configuration."
                            .formatted(version, version));
        }
        if (!weights.isEmpty() && version.equals(FunctionVersion.LATEST)) {
            throw LambdaErrors.invalid(
                    "$LATEST is not supported for an alias pointing to more than 1 version");
        }
        functions.version(function.qualified(version));
        weights.keySet().forEach(other -> functions.version(function.qualified(other)));
        return weights;
    }
}
