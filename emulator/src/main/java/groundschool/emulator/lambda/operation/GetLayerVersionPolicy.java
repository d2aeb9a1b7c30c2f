package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LayerReference;
import java.util.List;

/// Shows the policy of a layer's version.
///
/// Source:
/// [GetLayerVersionPolicy](https://docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersionPolicy.html)
public record GetLayerVersionPolicy(String layerName, long versionNumber)
        implements LambdaOperation, Operation<Functions> {

    /// @param policy as JSON
    public record Response(String policy, String revisionId) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:GetLayerVersionPolicy",
                        LayerReference.of(layerName, call).versionArn(versionNumber)));
    }

    @Override
    public Response run(Functions functions, Call call) {
        var path = LayerPolicies.path(layerName, versionNumber, functions, call);
        var policy = functions.layers().statements().get(path).orElseThrow(LayerPolicies::none);
        return new Response(policy.document(), policy.revisionId());
    }
}
