package groundschool.emulator.logs;

import java.util.Optional;

/// Sends events that a pattern means somewhere else as they are written.
///
/// @param distribution `ByLogStream` or `Random`
/// @param creationTime in milliseconds
public record SubscriptionFilter(
        String filterName,
        String logGroupName,
        String filterPattern,
        String destinationArn,
        Optional<String> roleArn,
        String distribution,
        boolean applyOnTransformedLogs,
        long creationTime) {}
