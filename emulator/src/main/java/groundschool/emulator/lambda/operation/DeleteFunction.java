package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.function.FunctionVersion;
import java.util.List;
import java.util.Optional;

/// Deletes a function, or one version of it.
///
/// Source: [DeleteFunction](https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html)
public record DeleteFunction(String functionName, Optional<String> qualifier)
        implements LambdaOperation, Operation<Functions> {

    /// @param statusCode 204
    public record Response(int statusCode) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:DeleteFunction",
                        FunctionReference.of(functionName, qualifier, call).arn()));
    }

    @Override
    public Response run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, qualifier, call);
        var version = reference.qualifier();
        if (version.isPresent()) {
            removeVersion(version.get(), reference, functions, call);
        } else {
            var function =
                    functions
                            .find(call.region(), reference.name())
                            .orElseThrow(
                                    () -> LambdaErrors.functionNotFound(reference.functionArn()));
            functions.remove(function, call.region());
        }
        functions.runner().retire(reference);
        return new Response(204);
    }

    private static void removeVersion(
            String version, FunctionReference reference, Functions functions, Call call) {
        if (version.equals(FunctionVersion.LATEST)) {
            throw LambdaErrors.invalid(
                    "$LATEST version cannot be deleted without deleting the function.");
        }
        if (functions.find(call.region(), reference.name()).isEmpty() || version.contains("$")) {
            throw LambdaErrors.functionNotFound(reference.functionArn());
        }
        if (!FunctionReference.isNumber(version)) {
            throw LambdaErrors.invalid("Deletion of aliases is not currently supported.");
        }
        var users =
                functions
                        .aliases()
                        .below(call.region(), reference.name())
                        .filter(alias ->
                                alias.version().equals(version)
                                        || alias.weights().containsKey(version))
                        .map(alias -> alias.name())
                        .toList();
        if (!users.isEmpty()) {
            throw LambdaErrors.conflict(
                    "Version(s) [%s] cannot be deleted because the following alias(es) reference it: %s"
                            .formatted(version, users));
        }
        // AWS says nothing of a version that is not there.
        functions
                .findVersion(reference)
                .ifPresent(found -> {
                    functions
                            .provisioned()
                            .of(call.region(), reference.name(), version)
                            .ifPresent(kept ->
                                    functions.provisioned().remove(call.region(), kept, found));
                    functions.removeVersion(found, call.region());
                });
    }
}
