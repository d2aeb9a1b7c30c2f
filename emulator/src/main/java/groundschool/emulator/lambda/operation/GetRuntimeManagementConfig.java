package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.function.FunctionVersion;
import groundschool.emulator.lambda.function.RuntimeManagement;
import java.util.List;
import java.util.Optional;

/// Shows when a version of a function may be moved to another build of its runtime.
///
/// Source:
/// [GetRuntimeManagementConfig](https://docs.aws.amazon.com/lambda/latest/api/API_GetRuntimeManagementConfig.html)
public record GetRuntimeManagementConfig(String functionName, Optional<String> qualifier)
        implements LambdaOperation, Operation<Functions> {

    public record Response(
            String updateRuntimeOn, String functionArn, Optional<String> runtimeVersionArn) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:GetRuntimeManagementConfig",
                        FunctionReference.of(functionName, qualifier, call).functionArn()));
    }

    @Override
    public Response run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, qualifier, call);
        var version = functions.version(reference);
        var set =
                functions
                        .runtimeManagement()
                        .get(call.region(), reference.name(), version.version())
                        .orElse(RuntimeManagement.USUAL);
        return new Response(
                set.updateRuntimeOn(),
                reference.qualifier().isPresent()
                        ? reference.arn()
                        : reference.qualified(FunctionVersion.LATEST).arn(),
                set.runtimeVersionArn());
    }
}
