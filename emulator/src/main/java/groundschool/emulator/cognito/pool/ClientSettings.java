package groundschool.emulator.cognito.pool;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What can be set about an app client.
///
/// @param readAttributes what it sees of people; empty for everything
/// @param writeAttributes what it may change; empty for everything
public record ClientSettings(
        Optional<Integer> refreshTokenValidity,
        Optional<Integer> accessTokenValidity,
        Optional<Integer> idTokenValidity,
        TokenValidityUnits tokenValidityUnits,
        List<String> readAttributes,
        List<String> writeAttributes,
        List<String> explicitAuthFlows,
        List<String> supportedIdentityProviders,
        List<String> callbackURLs,
        List<String> logoutURLs,
        Optional<String> defaultRedirectURI,
        List<String> allowedOAuthFlows,
        List<String> allowedOAuthScopes,
        boolean allowedOAuthFlowsUserPoolClient,
        Optional<String> preventUserExistenceErrors,
        boolean enableTokenRevocation,
        int authSessionValidity,
        Optional<RefreshTokenRotation> refreshTokenRotation,
        Optional<Boolean> enablePropagateAdditionalUserContextData) {

    private static final Duration USUAL_REFRESH = Duration.ofDays(30);

    public ClientSettings {
        readAttributes = List.copyOf(readAttributes);
        writeAttributes = List.copyOf(writeAttributes);
        explicitAuthFlows = List.copyOf(explicitAuthFlows);
        supportedIdentityProviders = List.copyOf(supportedIdentityProviders);
        callbackURLs = List.copyOf(callbackURLs);
        logoutURLs = List.copyOf(logoutURLs);
        allowedOAuthFlows = List.copyOf(allowedOAuthFlows);
        allowedOAuthScopes = List.copyOf(allowedOAuthScopes);
    }

    public record TokenValidityUnits(
            Optional<String> accessToken, Optional<String> idToken, Optional<String> refreshToken) {

        public static final TokenValidityUnits USUAL =
                new TokenValidityUnits(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public record RefreshTokenRotation(String feature, Optional<Integer> retryGracePeriodSeconds) {}

    /// Whether the pool's own people sign in by it, who have a password or the like here. Where no
    /// provider is named, they are meant.
    public boolean hasOwnPeople() {
        return supportedIdentityProviders.isEmpty()
                || supportedIdentityProviders.contains("COGNITO");
    }

    public Duration accessTokens() {
        return accessTokenValidity
                .map(count -> lasting(count, tokenValidityUnits.accessToken().orElse("hours")))
                .orElse(Duration.ofHours(1));
    }

    public Duration idTokens() {
        return idTokenValidity
                .map(count -> lasting(count, tokenValidityUnits.idToken().orElse("hours")))
                .orElse(Duration.ofHours(1));
    }

    public Duration refreshTokens() {
        return refreshTokenValidity
                .filter(count -> count > 0)
                .map(count -> lasting(count, tokenValidityUnits.refreshToken().orElse("days")))
                .orElse(USUAL_REFRESH);
    }

    /// Whether the application may tell the address that the user has.
    public boolean propagatesContext() {
        return enablePropagateAdditionalUserContextData.orElse(false);
    }

    /// How long a sign-in may take from one step to the next.
    public Duration sessions() {
        return Duration.ofMinutes(authSessionValidity);
    }

    /// How long a refresh token works on once it was exchanged; absent if it is not exchanged.
    public Optional<Duration> rotation() {
        return refreshTokenRotation
                .filter(each -> each.feature().equals("ENABLED"))
                .map(each -> Duration.ofSeconds(each.retryGracePeriodSeconds().orElse(0)));
    }

    private static Duration lasting(int count, String unit) {
        return switch (unit) {
            case "seconds" -> Duration.ofSeconds(count);
            case "minutes" -> Duration.ofMinutes(count);
            case "days" -> Duration.ofDays(count);
            default -> Duration.ofHours(count);
        };
    }
}
