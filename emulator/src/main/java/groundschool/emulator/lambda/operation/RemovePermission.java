package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import java.util.List;
import java.util.Optional;

/// Takes a statement out of a function's policy.
///
/// Source:
/// [RemovePermission](https://docs.aws.amazon.com/lambda/latest/api/API_RemovePermission.html)
public record RemovePermission(
        String functionName,
        String statementId,
        Optional<String> qualifier,
        Optional<String> revisionId)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:RemovePermission",
                        FunctionReference.of(functionName, qualifier, call).arn()));
    }

    @Override
    public Done run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, qualifier, call);
        if (functions.find(call.region(), reference.name()).isEmpty()) {
            throw LambdaErrors.notFound("No policy found for: " + reference.arn());
        }
        PermissionStatement.requireQualifier(reference, functions);
        var path = new String[] {call.region(), reference.name(), reference.qualifier().orElse("")};
        var before =
                functions
                        .statements()
                        .get(path)
                        .orElseThrow(() ->
                                LambdaErrors.notFound(
                                        "No policy is associated with the given resource."));
        Policies.checkRevision(revisionId, Optional.of(before), Optional.empty(), "GetPolicy");
        Policies.remove(before, statementId, functions, call)
                .ifPresentOrElse(
                        left -> functions.statements().put(left, path),
                        () -> functions.statements().remove(path));
        functions.revise(reference, functions.revision(call));
        return new Done();
    }
}
