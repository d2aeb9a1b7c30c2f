package groundschool.emulator.lambda;

import groundschool.emulator.AwsException;
import groundschool.emulator.lambda.function.Function;
import groundschool.emulator.lambda.function.FunctionVersion;
import groundschool.emulator.lambda.function.LayerVersion;
import groundschool.emulator.lambda.function.Provisioned;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What is run, as it was found in one transition.
///
/// @param reserved by all functions of the Region, and provisioned by those that reserve none
/// @param layers in order, where they are still there
/// @param provisioned for what was invoked
/// @param provisionedInAll for all versions and aliases of the function
/// @param isLoopAllowed whether it may invoke itself without end
public record Target(
        FunctionReference invoked,
        Function function,
        FunctionVersion version,
        int reserved,
        List<LayerVersion> layers,
        int provisioned,
        int provisionedInAll,
        boolean isLoopAllowed) {

    public Target {
        layers = List.copyOf(layers);
    }

    public String region() {
        return invoked.region();
    }

    /// What a reference leads to now. Of an alias with weights, chance decides.
    ///
    /// @throws AwsException if it leads nowhere
    public static Target of(
            FunctionReference reference, Functions functions, RandomGenerator random) {
        var qualifier = reference.qualifier().orElse(FunctionVersion.LATEST);
        var missing = reference.qualified(qualifier).arn();
        var function =
                functions
                        .find(reference.region(), reference.name())
                        .orElseThrow(() -> LambdaErrors.functionNotFound(missing));
        var chosen =
                functions
                        .aliases()
                        .get(reference.region(), reference.name(), qualifier)
                        .flatMap(alias -> drawn(alias.weights(), random));
        var version = functions.version(chosen.map(reference::qualified).orElse(reference));
        var provisioned = functions.provisioned();
        int reserved =
                functions
                                .in(reference.region())
                                .mapToInt(each -> each.reservedConcurrency().orElse(0))
                                .sum()
                        + provisioned.unreserved(functions, reference.region());
        var layers =
                version.configuration().layers().stream()
                        .flatMap(arn -> functions.layers().find(arn).stream())
                        .toList();
        return new Target(
                reference,
                function,
                version,
                reserved,
                layers,
                provisioned
                        .of(reference.region(), reference.name(), qualifier)
                        .map(Provisioned::allocated)
                        .orElse(0),
                provisioned.total(reference.region(), reference.name()),
                functions.loops().get(reference.region(), reference.name()).isPresent());
    }

    private static Optional<String> drawn(Map<String, Double> weights, RandomGenerator random) {
        double drawn = random.nextDouble();
        for (var weight : weights.entrySet()) {
            drawn -= weight.getValue();
            if (drawn < 0) {
                return Optional.of(weight.getKey());
            }
        }
        return Optional.empty();
    }
}
