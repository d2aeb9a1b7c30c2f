package groundschool.emulator.lambda.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.mapping.Mapping;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An event source mapping as Lambda shows it.
///
/// Source:
/// [EventSourceMappingConfiguration](https://docs.aws.amazon.com/lambda/latest/api/API_EventSourceMappingConfiguration.html)
public record EventSourceMapping(
        String uuid,
        String startingPosition,
        int batchSize,
        int maximumBatchingWindowInSeconds,
        int parallelizationFactor,
        String eventSourceArn,
        Optional<CreateEventSourceMapping.FilterCriteria> filterCriteria,
        String functionArn,
        Instant lastModified,
        String lastProcessingResult,
        String state,
        String stateTransitionReason,
        DestinationConfig destinationConfig,
        int maximumRecordAgeInSeconds,
        boolean bisectBatchOnFunctionError,
        int maximumRetryAttempts,
        int tumblingWindowInSeconds,
        List<String> functionResponseTypes,
        String eventSourceMappingArn,
        Optional<CreateEventSourceMapping.MetricsConfig> metricsConfig) {

    static EventSourceMapping of(Mapping mapping, Call call) {
        return of(mapping, mapping.how().enabled() ? "Enabled" : "Disabled", call);
    }

    /// @param state such as `Creating`, in the answer that made it
    static EventSourceMapping of(Mapping mapping, String state, Call call) {
        var how = mapping.how();
        return new EventSourceMapping(
                mapping.uuid(),
                mapping.startingPosition(),
                how.batchSize(),
                how.window(),
                how.lanes(),
                mapping.streamArn(),
                filters(how.filters()),
                mapping.functionArn(),
                mapping.lastModified(),
                mapping.lastResult(),
                state,
                "User action",
                new DestinationConfig(
                        Optional.empty(),
                        Optional.of(new DestinationConfig.Target(how.onFailure()))),
                how.maximumAge(),
                how.bisects(),
                how.maximumRetries(),
                how.tumblingWindow().orElse(0),
                how.reportsFailures() ? List.of("ReportBatchItemFailures") : List.of(),
                arn(mapping.uuid(), call),
                how.countsEvents()
                        ? Optional.of(
                                new CreateEventSourceMapping.MetricsConfig(
                                        Optional.of(List.of("EventCount"))))
                        : Optional.empty());
    }

    static String arn(String uuid, Call call) {
        return call.arn("lambda", "event-source-mapping:" + uuid);
    }

    /// @throws AwsException if there is none
    static Mapping find(String uuid, Functions functions, Call call) {
        return functions
                .mappings()
                .find(call.region(), uuid)
                .orElseThrow(
                        () -> LambdaErrors.notFound("The resource you requested does not exist."));
    }

    private static Optional<CreateEventSourceMapping.FilterCriteria> filters(
            List<String> patterns) {
        return patterns.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new CreateEventSourceMapping.FilterCriteria(
                                Optional.of(
                                        patterns.stream()
                                                .map(text ->
                                                        new CreateEventSourceMapping.Filter(
                                                                Optional.of(text)))
                                                .toList())));
    }
}
