package groundschool.emulator.cognitoidentity.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import groundschool.emulator.cognitoidentity.CognitoIdentityErrors;
import groundschool.emulator.cognitoidentity.IdentityPool;
import groundschool.emulator.cognitoidentity.IdentityPool.CognitoIdentityProvider;
import groundschool.emulator.cognitoidentity.IdentityPool.PoolSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A pool as the API tells it.
///
/// Source:
/// [IdentityPool](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_IdentityPool.html)
public record PoolDescription(
        String identityPoolId,
        String identityPoolName,
        boolean allowUnauthenticatedIdentities,
        Optional<Boolean> allowClassicFlow,
        Optional<Map<String, String>> supportedLoginProviders,
        Optional<String> developerProviderName,
        @JsonProperty("OpenIdConnectProviderARNs") Optional<List<String>> openIdConnectProviderARNs,
        Optional<List<CognitoIdentityProvider>> cognitoIdentityProviders,
        Optional<List<String>> samlProviderARNs,
        Optional<Map<String, String>> identityPoolTags) {

    static PoolDescription of(IdentityPool pool) {
        var settings = pool.settings();
        return new PoolDescription(
                pool.id(),
                settings.name(),
                settings.guests(),
                settings.classic(),
                settings.publicProviders(),
                settings.developerProvider(),
                settings.oidcProviders(),
                settings.userPools(),
                settings.samlProviders(),
                Optional.of(settings.tags()).filter(tags -> !tags.isEmpty()));
    }

    /// What a request sets, once it was looked at.
    ///
    /// @throws groundschool.emulator.AwsException if it cannot be
    static PoolSettings checked(PoolSettings settings) {
        if (settings.name().isBlank()) {
            throw CognitoIdentityErrors.invalidParameter("IdentityPoolName must not be blank.");
        }
        return settings;
    }
}
