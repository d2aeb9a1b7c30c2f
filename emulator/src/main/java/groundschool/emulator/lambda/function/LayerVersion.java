package groundschool.emulator.lambda.function;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A version of a layer: what is laid below a function's code, in `/opt`.
///
/// Source: [Lambda layers](https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html)
public record LayerVersion(
        String layer,
        long version,
        Code code,
        String description,
        Optional<String> licenseInfo,
        List<String> runtimes,
        List<String> architectures,
        Instant createdAt) {

    public LayerVersion {
        runtimes = List.copyOf(runtimes);
        architectures = List.copyOf(architectures);
    }
}
