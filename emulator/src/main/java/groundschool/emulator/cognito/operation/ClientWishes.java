package groundschool.emulator.cognito.operation;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.ClientSettings;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.Schema;
import groundschool.emulator.cognito.token.ClientTokens;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an owner wants of an app client, as settings with all that was left out.
final class ClientWishes {

    private static final List<String> USUAL_FLOWS =
            List.of("ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH");
    private static final List<String> SCOPES =
            List.of("phone", "email", "openid", "profile", "aws.cognito.signin.user.admin");
    private static final int USUAL_SESSION_MINUTES = 3;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SHORTEST = Duration.ofMinutes(5);

    private ClientWishes() {}

    static List<String> flows(Optional<List<String>> wished) {
        var flows = wished.orElse(USUAL_FLOWS);
        var old = flows.stream().filter(flow -> !flow.startsWith("ALLOW_")).count();
        if (old > 0 && old < flows.size()) {
            throw CognitoErrors.invalid(
                    "Cannot specify both old and new ExplicitAuthFlows values.");
        }
        if (flows.contains("ALLOW_" + ClientTokens.FLOW) && flows.size() > 1) {
            throw CognitoErrors.invalid(
                    "ALLOW_CLIENT_TOKEN_AUTH cannot be combined with other ExplicitAuthFlows values.");
        }
        return flows;
    }

    static int sessionMinutes(Optional<Integer> wished) {
        return wished.orElse(USUAL_SESSION_MINUTES);
    }

    /// @throws groundschool.emulator.AwsException if settings do not go together
    static ClientSettings checked(ClientSettings settings, Pool pool, UserPools pools) {
        checkValidity(settings);
        checkAttributes(settings.readAttributes(), pool);
        checkAttributes(settings.writeAttributes(), pool);
        for (var provider : settings.supportedIdentityProviders()) {
            if (!provider.equals("COGNITO")
                    && pools.identityProviders(pool).find(provider).isEmpty()) {
                throw CognitoErrors.invalid(
                        "The provider %s does not exist for User Pool %s."
                                .formatted(provider, pool.id()));
            }
        }
        if (settings.rotation().isPresent()
                && settings.explicitAuthFlows().contains("ALLOW_REFRESH_TOKEN_AUTH")) {
            throw CognitoErrors.invalid(
                    "Refresh token rotation cannot be enabled when ALLOW_REFRESH_TOKEN_AUTH is configured in the explicit authentication flows.");
        }
        if (pool.settings().userPoolTier().equals("LITE")
                && settings.explicitAuthFlows().contains("ALLOW_USER_AUTH")) {
            throw CognitoErrors.notInTier("Choice-based Sign-in", "LITE");
        }
        checkOAuth(settings, pool, pools);
        return settings;
    }

    private static void checkAttributes(List<String> names, Pool pool) {
        for (var name : names) {
            if (Schema.find(pool.schema(), name).isEmpty()) {
                throw CognitoErrors.invalid(
                        "Invalid write attributes specified while creating a client");
            }
        }
    }

    private static void checkValidity(ClientSettings settings) {
        checkBetween(settings.accessTokens(), SHORTEST, DAY, "access token");
        checkBetween(settings.idTokens(), SHORTEST, DAY, "ID token");
        checkBetween(
                settings.refreshTokens(),
                Duration.ofMinutes(60),
                Duration.ofDays(3650),
                "refresh token");
        if (settings.refreshTokens().compareTo(settings.accessTokens()) < 0
                || settings.refreshTokens().compareTo(settings.idTokens()) < 0) {
            throw CognitoErrors.invalid(
                    "Invalid range for token validity. Refresh token validity must be greater than access and ID token validity.");
        }
    }

    private static void checkBetween(Duration value, Duration least, Duration most, String token) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw CognitoErrors.invalid("Invalid range for %s validity.".formatted(token));
        }
    }

    private static void checkOAuth(ClientSettings settings, Pool pool, UserPools pools) {
        var flows = settings.allowedOAuthFlows();
        if (flows.contains("client_credentials") && flows.size() > 1) {
            throw CognitoErrors.of(
                    "InvalidOAuthFlowException",
                    "client_credentials flow can not be selected along with code flow or implicit flow");
        }
        if ((flows.contains("code") || flows.contains("implicit"))
                && settings.callbackURLs().isEmpty()) {
            throw CognitoErrors.of(
                    "InvalidOAuthFlowException",
                    "callback urls are required for code and implicit flows");
        }
        if (settings.allowedOAuthFlowsUserPoolClient()
                && (flows.isEmpty() || settings.allowedOAuthScopes().isEmpty())) {
            throw CognitoErrors.of(
                    "InvalidOAuthFlowException",
                    "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.");
        }
        var known = new ArrayList<>(SCOPES);
        known.addAll(pools.resourceServers(pool).scopes());
        for (var scope : settings.allowedOAuthScopes()) {
            if (!known.contains(scope)) {
                throw CognitoErrors.of(
                        "ScopeDoesNotExistException", "Invalid scope requested: " + scope);
            }
        }
        settings.callbackURLs().forEach(ClientWishes::checkUrl);
        settings.logoutURLs().forEach(ClientWishes::checkUrl);
        settings.defaultRedirectURI()
                .filter(uri -> !settings.callbackURLs().contains(uri))
                .ifPresent(_ -> {
                    throw CognitoErrors.invalid(
                            "Default redirect uri must be present in the callback urls.");
                });
    }

    /// Plain HTTP is for this machine only.
    private static void checkUrl(String url) {
        try {
            var uri = new URI(url);
            var isLocal =
                    "localhost".equals(uri.getHost())
                            || "127.0.0.1".equals(uri.getHost())
                            || String.valueOf(uri.getHost()).endsWith(".localhost");
            if (uri.getScheme() == null
                    || uri.getFragment() != null
                    || "javascript".equalsIgnoreCase(uri.getScheme())
                    || "data".equalsIgnoreCase(uri.getScheme())) {
                throw CognitoErrors.invalid("Invalid redirect url: " + url);
            }
            if (uri.getScheme().equals("http") && !isLocal) {
                throw CognitoErrors.invalid(
                        "cannot use the HTTP protocol, HTTPS is required: " + url);
            }
        } catch (URISyntaxException _) {
            throw CognitoErrors.invalid("Invalid redirect url: " + url);
        }
    }
}
