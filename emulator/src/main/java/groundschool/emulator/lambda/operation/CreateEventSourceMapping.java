package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.mapping.Mapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Has a function be given the records of a stream of DynamoDB.
///
/// Source:
/// [CreateEventSourceMapping](https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html)
public record CreateEventSourceMapping(
        Optional<String> eventSourceArn,
        String functionName,
        Optional<Boolean> enabled,
        Optional<Integer> batchSize,
        Optional<FilterCriteria> filterCriteria,
        Optional<Object> kmsKeyArn,
        Optional<MetricsConfig> metricsConfig,
        Optional<Object> loggingConfig,
        Optional<Object> scalingConfig,
        Optional<Integer> maximumBatchingWindowInSeconds,
        Optional<Integer> parallelizationFactor,
        Optional<String> startingPosition,
        Optional<Object> startingPositionTimestamp,
        Optional<DestinationConfig> destinationConfig,
        Optional<Integer> maximumRecordAgeInSeconds,
        Optional<Boolean> bisectBatchOnFunctionError,
        Optional<Integer> maximumRetryAttempts,
        Optional<Map<String, String>> tags,
        Optional<Integer> tumblingWindowInSeconds,
        Optional<Object> topics,
        Optional<Object> queues,
        Optional<Object> sourceAccessConfigurations,
        Optional<Object> selfManagedEventSource,
        Optional<List<String>> functionResponseTypes,
        Optional<Object> amazonManagedKafkaEventSourceConfig,
        Optional<Object> selfManagedKafkaEventSourceConfig,
        Optional<Object> documentDBEventSourceConfig,
        Optional<Object> provisionedPollerConfig)
        implements LambdaOperation, Operation<Functions> {

    /// Which records the function is to get.
    public record FilterCriteria(Optional<List<Filter>> filters) {

        List<String> patterns() {
            return filters.orElse(List.of()).stream()
                    .flatMap(filter -> filter.pattern().stream())
                    .toList();
        }
    }

    /// @param pattern JSON
    public record Filter(Optional<String> pattern) {}

    /// What CloudWatch is to be told of the mapping.
    ///
    /// @param metrics groups of metrics
    public record MetricsConfig(Optional<List<String>> metrics) {

        /// @throws groundschool.emulator.AwsException if it asks for a group that streams have not
        boolean countsEvents() {
            var wanted = metrics.orElse(List.of());
            LambdaErrors.refuse(
                    "MetricsConfig with other metrics than EventCount",
                    wanted.stream().anyMatch(group -> !group.equals("EventCount")));
            return !wanted.isEmpty();
        }
    }

    @Override
    public List<Access> access(Functions functions, Call call) {
        var conditions = new HashMap<>(TagRules.conditionKeys(tags.orElse(Map.of())));
        conditions.put(
                "lambda:FunctionArn", List.of(FunctionReference.of(functionName, call).arn()));
        return List.of(new Access("lambda:CreateEventSourceMapping", "*", conditions));
    }

    @Override
    public EventSourceMapping run(Functions functions, Call call) {
        refuse();
        var source = eventSourceArn.orElse("");
        MappingRules.requireSource(source);
        var reference = FunctionReference.of(functionName, call);
        var version =
                functions
                        .findVersion(reference)
                        .orElseThrow(() -> LambdaErrors.invalid("Function does not exist"));
        MappingRules.refuseOther(source);
        var position =
                startingPosition.orElseThrow(() ->
                        LambdaErrors.invalid(
                                "1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: Member must not be null."));
        if (position.equals("AT_TIMESTAMP")) {
            throw LambdaErrors.invalid("Unsupported starting position for arn type: " + source);
        }
        LambdaErrors.refuse("StartingPositionTimestamp", startingPositionTimestamp.isPresent());
        var settings =
                new MappingWishes(
                                enabled,
                                batchSize,
                                filterCriteria,
                                maximumBatchingWindowInSeconds,
                                parallelizationFactor,
                                destinationConfig,
                                maximumRecordAgeInSeconds,
                                bisectBatchOnFunctionError,
                                maximumRetryAttempts,
                                tumblingWindowInSeconds,
                                functionResponseTypes,
                                metricsConfig)
                        .over(MappingWishes.USUAL);
        MappingRules.checkNew(source, reference, functions, call);
        MappingRules.checkAccess(source, version, reference, functions, call);
        var mapping =
                new Mapping(
                        new UUID(call.random().nextLong(), call.random().nextLong()).toString(),
                        call.region(),
                        reference.arn(),
                        source,
                        position,
                        settings,
                        tags.orElse(Map.of()),
                        call.now(),
                        "No records processed",
                        functions.mappings().start(source, call.region(), position, call.now()));
        functions.mappings().put(mapping);
        return EventSourceMapping.of(mapping, "Creating", call);
    }

    private void refuse() {
        LambdaErrors.refuse("KMSKeyArn", kmsKeyArn.isPresent());
        LambdaErrors.refuse("LoggingConfig", loggingConfig.isPresent());
        LambdaErrors.refuse("ScalingConfig", scalingConfig.isPresent());
        Refused.list("Topics", topics);
        Refused.list("Queues", queues);
        Refused.list("SourceAccessConfigurations", sourceAccessConfigurations);
        LambdaErrors.refuse("SelfManagedEventSource", selfManagedEventSource.isPresent());
        LambdaErrors.refuse(
                "AmazonManagedKafkaEventSourceConfig",
                amazonManagedKafkaEventSourceConfig.isPresent());
        LambdaErrors.refuse(
                "SelfManagedKafkaEventSourceConfig", selfManagedKafkaEventSourceConfig.isPresent());
        LambdaErrors.refuse("DocumentDBEventSourceConfig", documentDBEventSourceConfig.isPresent());
        LambdaErrors.refuse("ProvisionedPollerConfig", provisionedPollerConfig.isPresent());
    }
}
