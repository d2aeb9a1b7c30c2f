package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Says what is set about an app client.
///
/// Source:
/// [DescribeUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPoolClient.html)
public record DescribeUserPoolClient(String userPoolId, String clientId)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(ClientDescription userPoolClient) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        return new Response(ClientDescription.of(pools.client(pool, clientId)));
    }
}
