package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Has somebody vouch for nobody any more. People who came from there stay in the pool.
///
/// Source:
/// [DeleteIdentityProvider](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteIdentityProvider.html)
public record DeleteIdentityProvider(String userPoolId, String providerName)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var providers = pools.identityProviders(pools.pool(userPoolId, call));
        providers.remove(providers.named(providerName));
        return new Nothing();
    }
}
