package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.federation.ProviderDetails;
import groundschool.emulator.cognito.federation.SamlKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sets how somebody else vouches for people of a pool from now on. What is left out stays.
///
/// Source:
/// [UpdateIdentityProvider](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateIdentityProvider.html)
public record UpdateIdentityProvider(
        String userPoolId,
        String providerName,
        Optional<Map<String, String>> providerDetails,
        Optional<Map<String, String>> attributeMapping,
        Optional<List<String>> idpIdentifiers)
        implements CognitoIdpOperation, OfPool, Interaction<UserPools> {

    public record Response(ProviderDescription identityProvider) {}

    @Override
    public Response run(Turn<UserPools> turn, Call call) {
        var pool = turn.transition(pools -> pools.pool(userPoolId, call));
        var before = turn.transition(pools -> pools.identityProviders(pool).named(providerName));
        var details =
                providerDetails.isPresent()
                        ? SamlKeys.completed(
                                ProviderDetails.complete(
                                        before.type(), providerDetails.get(), call.services()),
                                pool,
                                call.now(),
                                turn::transition)
                        : before.details();
        var mapping =
                attributeMapping.isPresent()
                        ? ProviderDetails.mapping(before.type(), attributeMapping, pool)
                        : before.attributeMapping();
        return turn.transition(pools -> {
            var providers = pools.identityProviders(pools.pool(userPoolId, call));
            var provider =
                    providers
                            .named(providerName)
                            .with(details, mapping, idpIdentifiers, call.now());
            providers.put(provider);
            return new Response(ProviderDescription.of(provider, pool));
        });
    }
}
