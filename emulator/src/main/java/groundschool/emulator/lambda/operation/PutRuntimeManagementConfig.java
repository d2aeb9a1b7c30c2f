package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.function.FunctionVersion;
import groundschool.emulator.lambda.function.RuntimeManagement;
import java.util.List;
import java.util.Optional;

/// Says when a version of a function may be moved to another build of its runtime. Here there is
/// one build of each, that of this machine, so that a function can be held on that one only.
///
/// Source:
/// [PutRuntimeManagementConfig](https://docs.aws.amazon.com/lambda/latest/api/API_PutRuntimeManagementConfig.html)
public record PutRuntimeManagementConfig(
        String functionName,
        Optional<String> qualifier,
        String updateRuntimeOn,
        Optional<String> runtimeVersionArn)
        implements LambdaOperation, Operation<Functions> {

    private static final String MANUAL = "Manual";

    public record Response(
            String updateRuntimeOn, String functionArn, Optional<String> runtimeVersionArn) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:PutRuntimeManagementConfig",
                        FunctionReference.of(functionName, qualifier, call).functionArn()));
    }

    @Override
    public Response run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, qualifier, call);
        var version = functions.version(reference);
        boolean isManual = updateRuntimeOn.equals(MANUAL);
        if (isManual && runtimeVersionArn.isEmpty()) {
            throw LambdaErrors.invalid(
                    "RuntimeVersionArn must be specified when UpdateRuntimeOn is Manual");
        }
        if (!isManual && runtimeVersionArn.isPresent()) {
            throw LambdaErrors.invalid(
                    "RuntimeVersionArn can only be specified when UpdateRuntimeOn is Manual");
        }
        var known = FunctionConfiguration.runtimeVersionArn(version, call.region());
        if (isManual && !runtimeVersionArn.get().equals(known)) {
            throw LambdaErrors.invalid(
                    "Runtime version %s is invalid for runtime %s."
                            .formatted(runtimeVersionArn.get(), version.configuration().runtime()));
        }
        var set = new RuntimeManagement(updateRuntimeOn, runtimeVersionArn);
        functions.runtimeManagement().put(set, call.region(), reference.name(), version.version());
        return new Response(
                updateRuntimeOn,
                reference.qualifier().isPresent()
                        ? reference.arn()
                        : reference.qualified(FunctionVersion.LATEST).arn(),
                runtimeVersionArn);
    }
}
