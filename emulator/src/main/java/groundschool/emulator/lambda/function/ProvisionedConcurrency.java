package groundschool.emulator.lambda.function;

import java.time.Instant;

/// How many environments are kept ready for a version or an alias.
///
/// Source: [Provisioned
/// concurrency](https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html)
public record ProvisionedConcurrency(
        String function, String qualifier, int requested, Instant lastModified) {}
