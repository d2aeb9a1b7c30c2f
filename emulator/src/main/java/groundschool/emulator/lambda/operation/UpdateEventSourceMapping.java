package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import java.util.List;
import java.util.Optional;

/// Sets an event source mapping otherwise.
///
/// Source:
/// [UpdateEventSourceMapping](https://docs.aws.amazon.com/lambda/latest/api/API_UpdateEventSourceMapping.html)
public record UpdateEventSourceMapping(
        String uuid,
        Optional<String> functionName,
        Optional<Boolean> enabled,
        Optional<Integer> batchSize,
        Optional<CreateEventSourceMapping.FilterCriteria> filterCriteria,
        Optional<Integer> maximumBatchingWindowInSeconds,
        Optional<Integer> parallelizationFactor,
        Optional<DestinationConfig> destinationConfig,
        Optional<Integer> maximumRecordAgeInSeconds,
        Optional<Boolean> bisectBatchOnFunctionError,
        Optional<Integer> maximumRetryAttempts,
        Optional<Integer> tumblingWindowInSeconds,
        Optional<List<String>> functionResponseTypes,
        Optional<Object> kmsKeyArn,
        Optional<CreateEventSourceMapping.MetricsConfig> metricsConfig,
        Optional<Object> loggingConfig,
        Optional<Object> scalingConfig,
        Optional<Object> sourceAccessConfigurations,
        Optional<Object> amazonManagedKafkaEventSourceConfig,
        Optional<Object> selfManagedKafkaEventSourceConfig,
        Optional<Object> documentDBEventSourceConfig,
        Optional<Object> provisionedPollerConfig)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                new Access(
                        "lambda:UpdateEventSourceMapping",
                        EventSourceMapping.arn(uuid, call),
                        MappingKeys.of(uuid, functions, call)));
    }

    @Override
    public EventSourceMapping run(Functions functions, Call call) {
        refuse();
        var before = EventSourceMapping.find(uuid, functions, call);
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
                        .over(before.how());
        var function = functionName.map(name -> FunctionReference.of(name, call));
        function.ifPresent(functions::version);
        var after =
                before.set(
                        settings,
                        function.map(FunctionReference::arn).orElse(before.functionArn()),
                        call.now());
        functions.mappings().replace(before, after);
        var state =
                before.how().enabled() == settings.enabled()
                        ? "Updating"
                        : settings.enabled() ? "Enabling" : "Disabling";
        return EventSourceMapping.of(after, state, call);
    }

    private void refuse() {
        LambdaErrors.refuse("KMSKeyArn", kmsKeyArn.isPresent());
        LambdaErrors.refuse("LoggingConfig", loggingConfig.isPresent());
        LambdaErrors.refuse("ScalingConfig", scalingConfig.isPresent());
        Refused.list("SourceAccessConfigurations", sourceAccessConfigurations);
        LambdaErrors.refuse(
                "AmazonManagedKafkaEventSourceConfig",
                amazonManagedKafkaEventSourceConfig.isPresent());
        LambdaErrors.refuse(
                "SelfManagedKafkaEventSourceConfig", selfManagedKafkaEventSourceConfig.isPresent());
        LambdaErrors.refuse("DocumentDBEventSourceConfig", documentDBEventSourceConfig.isPresent());
        LambdaErrors.refuse("ProvisionedPollerConfig", provisionedPollerConfig.isPresent());
    }
}
