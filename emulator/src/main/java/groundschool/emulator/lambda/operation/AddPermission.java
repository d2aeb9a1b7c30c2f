package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import java.util.List;
import java.util.Optional;

/// Lets an account, a principal or a service call a function, in the function's own policy.
///
/// Source: [AddPermission](https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html)
public record AddPermission(
        String functionName,
        String statementId,
        String action,
        String principal,
        Optional<String> sourceArn,
        Optional<String> sourceAccount,
        Optional<String> eventSourceToken,
        Optional<String> qualifier,
        Optional<String> revisionId,
        Optional<String> principalOrgID,
        Optional<String> functionUrlAuthType,
        Optional<Boolean> invokedViaFunctionUrl)
        implements LambdaOperation, Operation<Functions> {

    /// @param statement that was added, as JSON
    public record Response(String statement) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                new Access(
                        "lambda:AddPermission",
                        FunctionReference.of(functionName, qualifier, call).arn(),
                        PermissionStatement.conditionKeys(principal, functionUrlAuthType)));
    }

    @Override
    public Response run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, qualifier, call);
        PermissionStatement.requireGovernable(reference, functions);
        var statement =
                new PermissionStatement(
                                statementId,
                                action,
                                principal,
                                sourceArn,
                                sourceAccount,
                                eventSourceToken,
                                principalOrgID,
                                functionUrlAuthType,
                                invokedViaFunctionUrl)
                        .json(reference.arn());
        var path = new String[] {call.region(), reference.name(), reference.qualifier().orElse("")};
        var before = functions.statements().get(path);
        Policies.checkRevision(revisionId, before, functions.revisionId(reference), "GetPolicy");
        var after = Policies.add(before, statementId, statement, functions, call);
        functions.statements().put(after, path);
        functions.revise(reference, after.revisionId());
        return new Response(statement);
    }
}
