package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.function.FunctionVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Has a function run otherwise from now on.
///
/// Source:
/// [UpdateFunctionConfiguration](https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html)
public record UpdateFunctionConfiguration(
        String functionName,
        Optional<String> role,
        Optional<String> handler,
        Optional<String> description,
        Optional<Integer> timeout,
        Optional<Integer> memorySize,
        Optional<Object> vpcConfig,
        Optional<CreateFunction.Environment> environment,
        Optional<String> runtime,
        Optional<Object> deadLetterConfig,
        Optional<String> kmsKeyArn,
        Optional<CreateFunction.TracingConfig> tracingConfig,
        Optional<String> revisionId,
        Optional<List<String>> layers,
        Optional<Object> fileSystemConfigs,
        Optional<Object> imageConfig,
        Optional<CreateFunction.EphemeralStorage> ephemeralStorage,
        Optional<CreateFunction.SnapStart> snapStart,
        Optional<LoggingConfig> loggingConfig,
        Optional<Object> capacityProviderConfig,
        Optional<Object> durableConfig)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        var wanted = new ArrayList<Access>();
        wanted.add(
                new Access(
                        "lambda:UpdateFunctionConfiguration",
                        FunctionReference.of(functionName, call).functionArn(),
                        layers.map(arns -> Map.of("lambda:Layer", arns)).orElse(Map.of())));
        role.ifPresent(arn ->
                wanted.add(
                        new Access(
                                "iam:PassRole",
                                arn,
                                Map.of("iam:PassedToService", List.of("lambda.amazonaws.com")))));
        return wanted;
    }

    @Override
    public FunctionConfiguration run(Functions functions, Call call) {
        refuse();
        var reference = FunctionReference.of(functionName, call);
        var function = functions.function(reference);
        var before = function.latest();
        Revisions.check(revisionId, before.revisionId());
        var after =
                new FunctionVersion(
                        before.function(),
                        before.version(),
                        wishes().over(before.configuration(), reference, functions, call),
                        before.code(),
                        call.now(),
                        functions.revision(call));
        functions.putLatest(function, after, call.region());
        functions.runner().retire(reference);
        return FunctionConfiguration.of(
                // It gets another id once the update is done.
                after.revised(functions.revision(call)),
                functions,
                reference,
                FunctionConfiguration.Moment.UPDATED);
    }

    private Wishes wishes() {
        return new Wishes(
                description,
                runtime,
                role,
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
        Refused.vpcConfig(vpcConfig);
        Refused.deadLetterConfig(deadLetterConfig);
        Refused.list("FileSystemConfigs", fileSystemConfigs);
        LambdaErrors.refuse("ImageConfig", imageConfig.isPresent());
        snapStart.ifPresent(CreateFunction.SnapStart::check);
        LambdaErrors.refuse("CapacityProviderConfig", capacityProviderConfig.isPresent());
        LambdaErrors.refuse("DurableConfig", durableConfig.isPresent());
    }
}
