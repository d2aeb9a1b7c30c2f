package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LayerReference;
import java.util.List;
import java.util.Optional;

/// Lets accounts use a version of a layer.
///
/// Source:
/// [AddLayerVersionPermission](https://docs.aws.amazon.com/lambda/latest/api/API_AddLayerVersionPermission.html)
public record AddLayerVersionPermission(
        String layerName,
        long versionNumber,
        String statementId,
        String action,
        String principal,
        Optional<String> organizationId,
        Optional<String> revisionId)
        implements LambdaOperation, Operation<Functions> {

    /// @param statement that was added, as JSON
    public record Response(String statement, String revisionId) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:AddLayerVersionPermission",
                        LayerReference.of(layerName, call).versionArn(versionNumber)));
    }

    @Override
    public Response run(Functions functions, Call call) {
        var path = LayerPolicies.path(layerName, versionNumber, functions, call);
        var before = functions.layers().statements().get(path);
        Policies.checkRevision(revisionId, before, Optional.empty(), "GetLayerPolicy");
        var arn = LayerReference.of(layerName, call).versionArn(versionNumber);
        var statement =
                new PermissionStatement(
                                statementId,
                                action,
                                principal,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                organizationId,
                                Optional.empty(),
                                Optional.empty())
                        .json(arn);
        var after = Policies.add(before, statementId, statement, functions, call);
        functions.layers().statements().put(after, path);
        return new Response(statement, after.revisionId());
    }
}
