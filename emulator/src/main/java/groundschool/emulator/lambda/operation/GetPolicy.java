package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import java.util.List;
import java.util.Optional;

/// Shows the policy of a function, a version or an alias.
///
/// Source: [GetPolicy](https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html)
public record GetPolicy(String functionName, Optional<String> qualifier)
        implements LambdaOperation, Operation<Functions> {

    /// @param policy as JSON
    public record Response(String policy, String revisionId) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:GetPolicy",
                        FunctionReference.of(functionName, qualifier, call).arn()));
    }

    @Override
    public Response run(Functions functions, Call call) {
        var reference = FunctionReference.of(functionName, qualifier, call);
        return functions
                .statements()
                .get(call.region(), reference.name(), reference.qualifier().orElse(""))
                .map(policy -> new Response(policy.document(), policy.revisionId()))
                .orElseThrow(
                        () -> LambdaErrors.notFound("The resource you requested does not exist."));
    }
}
