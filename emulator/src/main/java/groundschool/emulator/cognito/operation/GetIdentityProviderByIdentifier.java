package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;

/// Shows the identity provider that goes by another name.
///
/// Source:
/// [GetIdentityProviderByIdentifier](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetIdentityProviderByIdentifier.html)
public record GetIdentityProviderByIdentifier(String userPoolId, String idpIdentifier)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(ProviderDescription identityProvider) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        return pools.identityProviders(pool)
                .identified(idpIdentifier)
                .map(provider -> new Response(ProviderDescription.of(provider, pool)))
                .orElseThrow(() ->
                        CognitoErrors.resourceNotFound(
                                "Identity provider with the identifier " + idpIdentifier));
    }
}
