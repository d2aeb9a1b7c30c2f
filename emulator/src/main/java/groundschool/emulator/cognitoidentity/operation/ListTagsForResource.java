package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognitoidentity.IdentityPools;
import java.util.List;
import java.util.Map;

/// Lists the labels of a pool.
///
/// Source:
/// [ListTagsForResource](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListTagsForResource.html)
public record ListTagsForResource(String resourceArn)
        implements CognitoIdentityOperation, Operation<IdentityPools> {

    public record Response(Map<String, String> tags) {}

    @Override
    public List<Access> access(IdentityPools pools, Call call) {
        return List.of(
                PoolAccess.to("ListTagsForResource", PoolAccess.idOf(resourceArn), pools, call));
    }

    @Override
    public Response run(IdentityPools pools, Call call) {
        return new Response(pools.pool(PoolAccess.idOf(resourceArn), call).settings().tags());
    }
}
