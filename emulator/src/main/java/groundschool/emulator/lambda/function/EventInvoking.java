package groundschool.emulator.lambda.function;

import java.time.Instant;
import java.util.Optional;

/// What becomes of asynchronous invocations of a function, a version or an alias.
///
/// Source: [Asynchronous error
/// handling](https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html)
///
/// @param onSuccess the ARN of what is told of a success
/// @param onFailure the ARN of what is told of an event that was given up
public record EventInvoking(
        String function,
        String qualifier,
        Optional<Integer> maximumRetryAttempts,
        Optional<Integer> maximumEventAgeInSeconds,
        Optional<String> onSuccess,
        Optional<String> onFailure,
        Instant lastModified) {}
