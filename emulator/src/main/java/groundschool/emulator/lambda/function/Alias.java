package groundschool.emulator.lambda.function;

import java.util.Map;

/// A name for a version of a function, or for two with a share of the invocations for each.
///
/// Source: [Lambda
/// aliases](https://docs.aws.amazon.com/lambda/latest/dg/configuration-aliases.html)
///
/// @param function the function's name
/// @param weights the share of another version, by its number
public record Alias(
        String function,
        String name,
        String version,
        String description,
        Map<String, Double> weights,
        String revisionId) {

    public Alias {
        weights = Map.copyOf(weights);
    }

    /// The same with another revision id.
    public Alias revised(String otherRevisionId) {
        return new Alias(function, name, version, description, weights, otherRevisionId);
    }
}
