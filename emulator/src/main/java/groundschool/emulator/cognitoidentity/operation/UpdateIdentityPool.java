package groundschool.emulator.cognitoidentity.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognitoidentity.CognitoIdentityErrors;
import groundschool.emulator.cognitoidentity.IdentityPool.CognitoIdentityProvider;
import groundschool.emulator.cognitoidentity.IdentityPool.PoolSettings;
import groundschool.emulator.cognitoidentity.IdentityPools;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sets a pool anew, as a whole.
///
/// Source:
/// [UpdateIdentityPool](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UpdateIdentityPool.html)
public record UpdateIdentityPool(
        String identityPoolId,
        String identityPoolName,
        boolean allowUnauthenticatedIdentities,
        Optional<Boolean> allowClassicFlow,
        Optional<Map<String, String>> supportedLoginProviders,
        Optional<String> developerProviderName,
        @JsonProperty("OpenIdConnectProviderARNs") Optional<List<String>> openIdConnectProviderARNs,
        Optional<List<CognitoIdentityProvider>> cognitoIdentityProviders,
        Optional<List<String>> samlProviderARNs,
        Optional<Map<String, String>> identityPoolTags)
        implements CognitoIdentityOperation, Operation<IdentityPools> {

    @Override
    public List<Access> access(IdentityPools pools, Call call) {
        return List.of(PoolAccess.to("UpdateIdentityPool", identityPoolId, pools, call));
    }

    @Override
    public PoolDescription run(IdentityPools pools, Call call) {
        var pool = pools.pool(identityPoolId, call);
        var before = pool.settings();
        if (before.developerProvider().isPresent()
                && !before.developerProvider().equals(developerProviderName)) {
            throw CognitoIdentityErrors.invalidParameter(
                    "DeveloperProviderName cannot be changed once it is set.");
        }
        var updated =
                pool.with(
                        PoolDescription.checked(
                                new PoolSettings(
                                        identityPoolName,
                                        allowUnauthenticatedIdentities,
                                        allowClassicFlow,
                                        supportedLoginProviders,
                                        developerProviderName,
                                        openIdConnectProviderARNs,
                                        cognitoIdentityProviders,
                                        samlProviderARNs,
                                        identityPoolTags.orElse(before.tags()))));
        pools.put(updated);
        return PoolDescription.of(updated);
    }
}
