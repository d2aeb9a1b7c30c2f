package groundschool.emulator.cognito.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import java.util.List;
import java.util.Map;

/// Lists the labels of a pool.
///
/// Source:
/// [ListTagsForResource](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListTagsForResource.html)
public record ListTagsForResource(String resourceArn)
        implements CognitoIdpOperation, Operation<UserPools> {

    public record Response(Map<String, String> tags) {}

    @Override
    public List<Access> access(UserPools pools, Call call) {
        return List.of(Access.to("cognito-idp:ListTagsForResource", resourceArn));
    }

    @Override
    public Response run(UserPools pools, Call call) {
        return new Response(PoolTags.pool(resourceArn, pools, call).settings().userPoolTags());
    }
}
