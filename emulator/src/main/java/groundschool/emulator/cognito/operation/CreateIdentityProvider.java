package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.federation.IdentityProvider;
import groundschool.emulator.cognito.federation.ProviderDetails;
import groundschool.emulator.cognito.federation.SamlKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Has somebody else vouch for people of a pool. What the provider publishes of itself is fetched
/// first.
///
/// Source:
/// [CreateIdentityProvider](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html)
public record CreateIdentityProvider(
        String userPoolId,
        String providerName,
        String providerType,
        Map<String, String> providerDetails,
        Optional<Map<String, String>> attributeMapping,
        Optional<List<String>> idpIdentifiers)
        implements CognitoIdpOperation, OfPool, Interaction<UserPools> {

    public record Response(ProviderDescription identityProvider) {}

    @Override
    public Response run(Turn<UserPools> turn, Call call) {
        var pool = turn.transition(pools -> pools.pool(userPoolId, call));
        if (providerName.equalsIgnoreCase("COGNITO")) {
            throw CognitoErrors.invalid("The provider name COGNITO is reserved.");
        }
        var provider =
                new IdentityProvider(
                        providerName,
                        providerType,
                        SamlKeys.completed(
                                ProviderDetails.complete(
                                        providerType, providerDetails, call.services()),
                                pool,
                                call.now(),
                                turn::transition),
                        ProviderDetails.mapping(providerType, attributeMapping, pool),
                        idpIdentifiers.orElse(List.of()),
                        call.now(),
                        call.now());
        return turn.transition(pools -> {
            pools.identityProviders(pools.pool(userPoolId, call)).add(provider);
            return new Response(ProviderDescription.of(provider, pool));
        });
    }
}
