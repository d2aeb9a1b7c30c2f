package groundschool.emulator.lambda.operation;

import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.mapping.Filters;
import groundschool.emulator.lambda.mapping.Mapping;
import java.util.List;
import java.util.Optional;

/// What a request to create or update an event source mapping says of it.
record MappingWishes(
        Optional<Boolean> enabled,
        Optional<Integer> batchSize,
        Optional<CreateEventSourceMapping.FilterCriteria> filterCriteria,
        Optional<Integer> window,
        Optional<Integer> parallelizationFactor,
        Optional<DestinationConfig> destinationConfig,
        Optional<Integer> maximumAge,
        Optional<Boolean> bisects,
        Optional<Integer> maximumRetries,
        Optional<Integer> tumblingWindow,
        Optional<List<String>> responseTypes) {

    /// What a mapping of a stream has before anything is said.
    static final Mapping.Settings USUAL =
            new Mapping.Settings(true, 100, 0, List.of(), false, -1, -1, false);

    private static final int MOST_FILTERS = 5;

    /// @throws groundschool.emulator.AwsException if something is not to be had
    Mapping.Settings over(Mapping.Settings before) {
        LambdaErrors.refuse(
                "ParallelizationFactor", parallelizationFactor.filter(f -> f > 1).isPresent());
        LambdaErrors.refuse(
                "TumblingWindowInSeconds", tumblingWindow.filter(s -> s > 0).isPresent());
        LambdaErrors.refuse(
                "DestinationConfig (queues of SQS, topics of SNS and buckets of S3)",
                destinationConfig
                        .flatMap(DestinationConfig::onFailure)
                        .flatMap(DestinationConfig.Target::arn)
                        .isPresent());
        if (destinationConfig.flatMap(DestinationConfig::onSuccess).isPresent()) {
            throw LambdaErrors.invalid(
                    "Unsupported DestinationConfig parameter for given event source mapping type.");
        }
        var filters =
                filterCriteria
                        .map(CreateEventSourceMapping.FilterCriteria::patterns)
                        .orElse(before.filters());
        if (filters.size() > MOST_FILTERS) {
            throw LambdaErrors.invalid("Filter criteria exceed the maximum limit of 5.");
        }
        Filters.check(filters);
        return new Mapping.Settings(
                enabled.orElse(before.enabled()),
                batchSize.orElse(before.batchSize()),
                window.orElse(before.window()),
                filters,
                bisects.orElse(before.bisects()),
                maximumAge.orElse(before.maximumAge()),
                maximumRetries.orElse(before.maximumRetries()),
                responseTypes
                        .map(types -> types.contains("ReportBatchItemFailures"))
                        .orElse(before.reportsFailures()));
    }
}
