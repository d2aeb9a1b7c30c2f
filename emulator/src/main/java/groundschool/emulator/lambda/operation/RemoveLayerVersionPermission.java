package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LayerReference;
import java.util.List;
import java.util.Optional;

/// Takes a statement out of the policy of a layer's version.
///
/// Source:
/// [RemoveLayerVersionPermission](https://docs.aws.amazon.com/lambda/latest/api/API_RemoveLayerVersionPermission.html)
public record RemoveLayerVersionPermission(
        String layerName, long versionNumber, String statementId, Optional<String> revisionId)
        implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:RemoveLayerVersionPermission",
                        LayerReference.of(layerName, call).versionArn(versionNumber)));
    }

    @Override
    public Done run(Functions functions, Call call) {
        var path = LayerPolicies.path(layerName, versionNumber, functions, call);
        var statements = functions.layers().statements();
        var before = statements.get(path).orElseThrow(LayerPolicies::none);
        Policies.checkRevision(revisionId, Optional.of(before), Optional.empty(), "GetLayerPolicy");
        Policies.remove(before, statementId, functions, call)
                .ifPresentOrElse(left -> statements.put(left, path), () -> statements.remove(path));
        return new Done();
    }
}
