package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Shows an identity provider.
///
/// Source:
/// [DescribeIdentityProvider](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeIdentityProvider.html)
public record DescribeIdentityProvider(String userPoolId, String providerName)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(ProviderDescription identityProvider) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        return new Response(
                ProviderDescription.of(pools.identityProviders(pool).named(providerName), pool));
    }
}
