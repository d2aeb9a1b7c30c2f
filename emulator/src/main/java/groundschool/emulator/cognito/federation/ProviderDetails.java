package groundschool.emulator.cognito.federation;

import groundschool.emulator.Headers;
import groundschool.emulator.Services;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.Schema;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What an owner says of an identity provider, and what the provider says of itself.
///
/// Source:
/// [CreateIdentityProvider](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html)
public final class ProviderDetails {

    private static final List<String> REQUIRED =
            List.of("client_id", "attributes_request_method", "oidc_issuer", "authorize_scopes");
    private static final Map<String, String> DISCOVERED =
            Map.of(
                    "authorize_url", "authorization_endpoint",
                    "token_url", "token_endpoint",
                    "attributes_url", "userinfo_endpoint",
                    "jwks_uri", "jwks_uri");
    private static final Pattern POOL = Pattern.compile("/([\\w-]+)_([0-9a-zA-Z]+)");

    private ProviderDetails() {}

    /// All details, with those that the provider publishes.
    ///
    /// @throws groundschool.emulator.AwsException if some are missing, or the provider does not
    ///   answer
    public static SortedMap<String, String> complete(
            String type, Map<String, String> given, Services services) {
        return switch (type) {
            case "SAML" -> SamlDetails.complete(given, services);
            case "OIDC" -> ofIssuer(given, services);
            default -> SocialDetails.complete(type, given);
        };
    }

    private static SortedMap<String, String> ofIssuer(
            Map<String, String> given, Services services) {
        for (var name : REQUIRED) {
            if (given.getOrDefault(name, "").isBlank()) {
                throw CognitoErrors.invalid("Missing required provider details: " + name);
            }
        }
        var method = given.getOrDefault("attributes_request_method", "");
        if (!method.equals("GET") && !method.equals("POST")) {
            throw CognitoErrors.invalid("attributes_request_method must be GET or POST.");
        }
        if (!List.of(given.getOrDefault("authorize_scopes", "").split(" +")).contains("openid")) {
            throw CognitoErrors.invalid("authorize_scopes must contain openid.");
        }
        var all = new TreeMap<>(given);
        if (!given.keySet().containsAll(DISCOVERED.keySet())) {
            discover(given.getOrDefault("oidc_issuer", ""), services).forEach(all::putIfAbsent);
        }
        for (var name : DISCOVERED.keySet()) {
            checkUrl(name, all.getOrDefault(name, ""));
        }
        all.put("attributes_url_add_attributes", "false");
        return all;
    }

    private static void checkUrl(String name, String url) {
        if (!ProviderHttp.mayAsk(url)) {
            throw CognitoErrors.invalid(
                    url.isEmpty()
                            ? "Missing required provider details: " + name
                            : "Groundschool's emulator asks identity providers on this machine only, not %s (%s)."
                                    .formatted(url, name));
        }
    }

    private static Map<String, String> discover(String issuer, Services services) {
        var answer =
                ProviderHttp.get(
                        issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration",
                        Headers.of("Accept", "application/json"),
                        services);
        if (answer.status() != 200 || !answer.json().isObject()) {
            throw CognitoErrors.invalid("Unable to contact well-known endpoint");
        }
        var found = new TreeMap<String, String>();
        DISCOVERED.forEach((name, published) -> {
            var url = answer.json().path(published).asString("");
            if (!url.isEmpty()) {
                found.put(name, url);
            }
        });
        return found;
    }

    /// What ID tokens of a provider say who issued them. A user pool of this emulator may be named
    /// by its local address, under which it is found; it issues in AWS's name all the same.
    static String issuer(IdentityProvider provider, Services services) {
        var issuer = provider.detail("oidc_issuer");
        var uri = URI.create(issuer);
        var pool = POOL.matcher(Optional.ofNullable(uri.getPath()).orElse(""));
        var own = services.address().getPort();
        return own > 0 && uri.getPort() == own && pool.matches()
                ? "https://cognito-idp.%s.amazonaws.com/%s_%s"
                        .formatted(pool.group(1), pool.group(1), pool.group(2))
                : issuer;
    }

    /// A mapping with what it says if it says nothing.
    ///
    /// @throws groundschool.emulator.AwsException if the pool has no such attribute
    public static SortedMap<String, String> mapping(
            String type, Optional<Map<String, String>> given, Pool pool) {
        var all = new TreeMap<>(given.orElse(Map.of()));
        for (var attribute : all.keySet()) {
            if (!attribute.equals(IdentityProvider.USERNAME)
                    && (Schema.find(pool.schema(), attribute).isEmpty()
                            || attribute.equals("sub")
                            || attribute.equals(Identity.ATTRIBUTE))) {
                throw CognitoErrors.invalid(
                        "Invalid AttributeMapping: the user pool has no attribute %s to map to."
                                .formatted(attribute));
            }
        }
        if (!type.equals("SAML")) {
            all.putIfAbsent(IdentityProvider.USERNAME, SocialDetails.subject(type));
        }
        return all;
    }
}
