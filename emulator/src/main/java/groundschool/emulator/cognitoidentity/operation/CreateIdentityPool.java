package groundschool.emulator.cognitoidentity.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognitoidentity.IdentityPool.CognitoIdentityProvider;
import groundschool.emulator.cognitoidentity.IdentityPool.PoolSettings;
import groundschool.emulator.cognitoidentity.IdentityPools;
import groundschool.emulator.cognitoidentity.TokenKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a pool. The first of a sandbox makes a key for its tokens, which takes a while, so that it
/// waits for nobody else.
///
/// Source:
/// [CreateIdentityPool](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CreateIdentityPool.html)
public record CreateIdentityPool(
        String identityPoolName,
        boolean allowUnauthenticatedIdentities,
        Optional<Boolean> allowClassicFlow,
        Optional<Map<String, String>> supportedLoginProviders,
        Optional<String> developerProviderName,
        @JsonProperty("OpenIdConnectProviderARNs") Optional<List<String>> openIdConnectProviderARNs,
        Optional<List<CognitoIdentityProvider>> cognitoIdentityProviders,
        Optional<List<String>> samlProviderARNs,
        Optional<Map<String, String>> identityPoolTags)
        implements CognitoIdentityOperation, Interaction<IdentityPools> {

    @Override
    public List<Access> access(IdentityPools pools, Call call) {
        return List.of(
                new Access(
                        "cognito-identity:CreateIdentityPool",
                        "*",
                        PoolAccess.labels(identityPoolTags.orElse(Map.of()))));
    }

    @Override
    public PoolDescription run(Turn<IdentityPools> turn, Call call) {
        var settings =
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
                                identityPoolTags.orElse(Map.of())));
        var signer = turn.transition(IdentityPools::signer).orElseGet(TokenKey::fresh);
        return turn.transition(pools -> PoolDescription.of(pools.create(settings, signer, call)));
    }
}
