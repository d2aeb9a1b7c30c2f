package groundschool.emulator.lambda.function;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a version of a function is run.
///
/// @param role the execution role's ARN
/// @param timeout in seconds
/// @param memorySize in MB
/// @param ephemeralStorage in MB
/// @param variables absent if none were ever given
/// @param layers ARNs with version, the first below the others
/// @param tracing `PassThrough` or `Active`
/// @param deadLetterTarget the ARN of what takes events that failed
/// @param encryption absent if the variables are under Lambda's own key
public record Configuration(
        String description,
        String runtime,
        String role,
        String handler,
        int timeout,
        int memorySize,
        int ephemeralStorage,
        Optional<Map<String, String>> variables,
        List<String> architectures,
        List<String> layers,
        String tracing,
        Optional<String> deadLetterTarget,
        Logging logging,
        Optional<Encryption> encryption) {

    public Configuration {
        variables = variables.map(Map::copyOf);
        architectures = List.copyOf(architectures);
        layers = List.copyOf(layers);
    }

    /// The same on another architecture.
    public Configuration on(List<String> otherArchitectures) {
        return new Configuration(
                description,
                runtime,
                role,
                handler,
                timeout,
                memorySize,
                ephemeralStorage,
                variables,
                otherArchitectures,
                layers,
                tracing,
                deadLetterTarget,
                logging,
                encryption);
    }

    /// The same, described otherwise.
    public Configuration described(String otherDescription) {
        return new Configuration(
                otherDescription,
                runtime,
                role,
                handler,
                timeout,
                memorySize,
                ephemeralStorage,
                variables,
                architectures,
                layers,
                tracing,
                deadLetterTarget,
                logging,
                encryption);
    }
}
