package groundschool.emulator.cognito.operation;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.pool.AppClient;
import groundschool.emulator.cognito.pool.ClientSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An app client, as answers show it.
record ClientDescription(
        String userPoolId,
        String clientName,
        String clientId,
        Optional<String> clientSecret,
        Instant lastModifiedDate,
        Instant creationDate,
        int refreshTokenValidity,
        Optional<Integer> accessTokenValidity,
        Optional<Integer> idTokenValidity,
        ClientSettings.TokenValidityUnits tokenValidityUnits,
        Optional<List<String>> readAttributes,
        Optional<List<String>> writeAttributes,
        List<String> explicitAuthFlows,
        Optional<List<String>> supportedIdentityProviders,
        Optional<List<String>> callbackURLs,
        Optional<List<String>> logoutURLs,
        Optional<String> defaultRedirectURI,
        Optional<List<String>> allowedOAuthFlows,
        Optional<List<String>> allowedOAuthScopes,
        boolean allowedOAuthFlowsUserPoolClient,
        Optional<String> preventUserExistenceErrors,
        boolean enableTokenRevocation,
        boolean enablePropagateAdditionalUserContextData,
        int authSessionValidity,
        Optional<ClientSettings.RefreshTokenRotation> refreshTokenRotation) {

    static ClientDescription of(AppClient client) {
        var settings = client.settings();
        return new ClientDescription(
                client.userPoolId(),
                client.name(),
                client.id(),
                client.secrets().isEmpty()
                        ? Optional.empty()
                        : Optional.of(client.secrets().getFirst().value()),
                client.modifiedAt(),
                client.createdAt(),
                settings.refreshTokenValidity().filter(count -> count > 0).orElse(30),
                settings.accessTokenValidity(),
                settings.idTokenValidity(),
                settings.tokenValidityUnits(),
                some(settings.readAttributes()),
                some(settings.writeAttributes()),
                settings.explicitAuthFlows(),
                some(settings.supportedIdentityProviders()),
                some(settings.callbackURLs()),
                some(settings.logoutURLs()),
                settings.defaultRedirectURI(),
                some(settings.allowedOAuthFlows()),
                some(settings.allowedOAuthScopes()),
                settings.allowedOAuthFlowsUserPoolClient(),
                settings.preventUserExistenceErrors(),
                settings.enableTokenRevocation(),
                settings.propagatesContext(),
                settings.authSessionValidity(),
                settings.refreshTokenRotation());
    }

    private static Optional<List<String>> some(List<String> all) {
        return Optional.of(all).filter(each -> !each.isEmpty());
    }

    /// Asks for things that the emulator does not have.
    static void refuse(Optional<Object> analytics) {
        analytics.ifPresent(_ -> {
            throw CognitoErrors.notYet(
                    "analytics of app clients with Amazon Pinpoint (AnalyticsConfiguration)");
        });
    }

    /// "You can only activate EnablePropagateAdditionalUserContextData in an app client that has a
    /// client secret."
    static void checkContext(Optional<Boolean> propagates, boolean hasSecret) {
        if (propagates.orElse(false) && !hasSecret) {
            throw CognitoErrors.invalid(
                    "EnablePropagateAdditionalUserContextData can only be activated in an app client that has a client secret.");
        }
    }
}
