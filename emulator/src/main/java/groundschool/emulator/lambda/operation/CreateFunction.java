package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.function.Function;
import groundschool.emulator.lambda.function.FunctionVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Creates a function.
///
/// Source: [CreateFunction](https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html)
public record CreateFunction(
        String functionName,
        Optional<String> runtime,
        String role,
        Optional<String> handler,
        FunctionCode code,
        Optional<String> description,
        Optional<Integer> timeout,
        Optional<Integer> memorySize,
        Optional<Boolean> publish,
        Optional<Object> publishTo,
        Optional<Object> vpcConfig,
        Optional<String> packageType,
        Optional<Object> deadLetterConfig,
        Optional<Environment> environment,
        Optional<String> kmsKeyArn,
        Optional<TracingConfig> tracingConfig,
        Optional<Map<String, String>> tags,
        Optional<List<String>> layers,
        Optional<Object> fileSystemConfigs,
        Optional<Object> codeSigningConfigArn,
        Optional<Object> imageConfig,
        Optional<List<String>> architectures,
        Optional<EphemeralStorage> ephemeralStorage,
        Optional<SnapStart> snapStart,
        Optional<LoggingConfig> loggingConfig,
        Optional<Object> tenancyConfig,
        Optional<Object> capacityProviderConfig,
        Optional<Object> durableConfig)
        implements LambdaOperation, Operation<Functions> {

    private static final int LONGEST_NAME = 64;

    /// Variables that the function is to see.
    public record Environment(Optional<Map<String, String>> variables) {}

    public record TracingConfig(Optional<String> mode) {}

    /// @param size in MB
    public record EphemeralStorage(int size) {}

    public record SnapStart(Optional<String> applyOn) {

        void check() {
            LambdaErrors.refuse(
                    "SnapStart", applyOn.filter(when -> !when.equals("None")).isPresent());
        }
    }

    @Override
    public List<Access> access(Functions functions, Call call) {
        var conditions = new HashMap<>(TagRules.conditionKeys(tags.orElse(Map.of())));
        layers.ifPresent(arns -> conditions.put("lambda:Layer", arns));
        return List.of(
                new Access(
                        "lambda:CreateFunction",
                        FunctionReference.of(functionName, call).functionArn(),
                        conditions),
                new Access(
                        "iam:PassRole",
                        role,
                        Map.of("iam:PassedToService", List.of("lambda.amazonaws.com"))));
    }

    @Override
    public FunctionConfiguration run(Functions functions, Call call) {
        refuse();
        var reference = FunctionReference.of(functionName, call);
        if (reference.name().length() > LONGEST_NAME) {
            throw LambdaErrors.invalid(
                    "1 validation error detected: Value '%s' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to %d"
                            .formatted(reference.name(), LONGEST_NAME));
        }
        if (runtime.isEmpty() || handler.isEmpty()) {
            throw LambdaErrors.invalid(
                    "Runtime and Handler are mandatory parameters for functions created with deployment packages.");
        }
        if (functions.find(call.region(), reference.name()).isPresent()) {
            throw LambdaErrors.conflict("Function already exist: " + reference.name());
        }
        var usual = Wishes.usual(reference.name(), architectures.orElse(List.of("x86_64")));
        var configuration = wishes().over(usual, reference, functions, call);
        var archive = code.archive(configuration.layers(), functions, call);
        var latest =
                new FunctionVersion(
                        reference.name(),
                        FunctionVersion.LATEST,
                        configuration,
                        functions.keep(archive),
                        call.now(),
                        functions.revision(call));
        var function =
                new Function(
                        reference.name(),
                        latest,
                        0,
                        TagRules.check(tags.orElse(Map.of())),
                        Optional.empty());
        functions.putLatest(function, latest, call.region());
        var shown =
                publish.orElse(false)
                        ? Publishing.publish(function, Optional.empty(), functions, call)
                        : latest;
        return FunctionConfiguration.of(
                // It gets another id once it is active.
                shown.revised(functions.revision(call)),
                functions,
                reference(reference),
                FunctionConfiguration.Moment.CREATED);
    }

    private static FunctionReference reference(FunctionReference named) {
        return new FunctionReference(
                named.name(), Optional.empty(), named.account(), named.region());
    }

    private Wishes wishes() {
        return new Wishes(
                description,
                runtime,
                Optional.of(role),
                handler,
                timeout,
                memorySize,
                ephemeralStorage,
                environment,
                layers,
                tracingConfig,
                loggingConfig,
                kmsKeyArn);
    }

    private void refuse() {
        LambdaErrors.refuse(
                "PackageType with the value Image",
                packageType.filter(type -> type.equals("Image")).isPresent());
        LambdaErrors.refuse("PublishTo", publishTo.isPresent());
        Refused.vpcConfig(vpcConfig);
        Refused.deadLetterConfig(deadLetterConfig);
        Refused.list("FileSystemConfigs", fileSystemConfigs);
        LambdaErrors.refuse("CodeSigningConfigArn", codeSigningConfigArn.isPresent());
        LambdaErrors.refuse("ImageConfig", imageConfig.isPresent());
        snapStart.ifPresent(SnapStart::check);
        LambdaErrors.refuse("TenancyConfig", tenancyConfig.isPresent());
        LambdaErrors.refuse("CapacityProviderConfig", capacityProviderConfig.isPresent());
        LambdaErrors.refuse("DurableConfig", durableConfig.isPresent());
    }
}
