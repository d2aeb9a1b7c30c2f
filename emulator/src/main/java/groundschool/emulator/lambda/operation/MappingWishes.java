package groundschool.emulator.lambda.operation;

import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.mapping.Filters;
import groundschool.emulator.lambda.mapping.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
        Optional<List<String>> responseTypes,
        Optional<CreateEventSourceMapping.MetricsConfig> metricsConfig) {

    /// What a mapping of a stream has before anything is said.
    static final Mapping.Settings USUAL =
            new Mapping.Settings(
                    true,
                    100,
                    0,
                    List.of(),
                    false,
                    -1,
                    -1,
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false);

    private static final int MOST_FILTERS = 5;

    private static final Pattern BUCKET =
            Pattern.compile("arn:aws:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    /// Those that take such records on AWS.
    private static final Pattern OTHER_SERVICE = Pattern.compile("arn:aws:(sqs|sns):.+");

    /// @throws groundschool.emulator.AwsException if something is not to be had
    Mapping.Settings over(Mapping.Settings before) {
        destinationConfig.ifPresent(MappingWishes::check);
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
                        .orElse(before.reportsFailures()),
                parallelizationFactor.or(before::parallelizationFactor),
                tumblingWindow.or(before::tumblingWindow).filter(seconds -> seconds > 0),
                destinationConfig.isPresent()
                        ? destinationConfig
                                .flatMap(DestinationConfig::onFailure)
                                .flatMap(DestinationConfig.Target::arn)
                        : before.onFailure(),
                metricsConfig
                        .map(CreateEventSourceMapping.MetricsConfig::countsEvents)
                        .orElse(before.countsEvents()));
    }

    private static void check(DestinationConfig config) {
        if (config.onSuccess().isPresent()) {
            throw LambdaErrors.invalid(
                    "Unsupported DestinationConfig parameter for given event source mapping type.");
        }
        var arn = config.onFailure().flatMap(DestinationConfig.Target::arn);
        if (arn.isEmpty() || BUCKET.matcher(arn.get()).matches()) {
            return;
        }
        var other = OTHER_SERVICE.matcher(arn.get());
        throw other.matches()
                ? LambdaErrors.notYet("destinations of the service " + other.group(1))
                : LambdaErrors.invalid(
                        "The provided destination config %s is invalid.".formatted(config));
    }
}
