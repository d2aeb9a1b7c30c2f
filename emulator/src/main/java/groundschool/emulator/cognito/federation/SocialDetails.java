package groundschool.emulator.cognito.federation;

import groundschool.emulator.cognito.CognitoErrors;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an owner says of a provider that is another company's, with the addresses of that company.
/// They can be configured; nobody is sent there, since nothing of theirs runs on this machine.
///
/// Source:
/// [CreateIdentityProvider](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html),
/// under ProviderDetails
final class SocialDetails {

    private static final List<String> OF_CLIENTS =
            List.of("client_id", "client_secret", "authorize_scopes");
    private static final String USUAL_VERSION = "v17.0";

    private SocialDetails() {}

    static SortedMap<String, String> complete(String type, Map<String, String> given) {
        for (var name : required(type)) {
            if (given.getOrDefault(name, "").isBlank()) {
                throw CognitoErrors.invalid("Missing required provider details: " + name);
            }
        }
        var all = new TreeMap<>(given);
        addresses(type, given.getOrDefault("api_version", USUAL_VERSION)).forEach(all::putIfAbsent);
        all.remove("private_key");
        return all;
    }

    private static List<String> required(String type) {
        return type.equals("SignInWithApple")
                ? List.of("client_id", "team_id", "key_id", "private_key", "authorize_scopes")
                : OF_CLIENTS;
    }

    private static Map<String, String> addresses(String type, String version) {
        return switch (type) {
            case "Google" ->
                    Map.of(
                            "attributes_url",
                            "https://people.googleapis.com/v1/people/me?personFields=",
                            "attributes_url_add_attributes",
                            "true",
                            "authorize_url",
                            "https://accounts.google.com/o/oauth2/v2/auth",
                            "oidc_issuer",
                            "https://accounts.google.com",
                            "token_request_method",
                            "POST",
                            "token_url",
                            "https://www.googleapis.com/oauth2/v4/token");
            case "Facebook" ->
                    Map.of(
                            "api_version",
                            version,
                            "attributes_url",
                            "https://graph.facebook.com/%s/me?fields=".formatted(version),
                            "attributes_url_add_attributes",
                            "true",
                            "authorize_url",
                            "https://www.facebook.com/%s/dialog/oauth".formatted(version),
                            "token_request_method",
                            "GET",
                            "token_url",
                            "https://graph.facebook.com/%s/oauth/access_token".formatted(version));
            case "LoginWithAmazon" ->
                    Map.of(
                            "attributes_url",
                            "https://api.amazon.com/user/profile",
                            "attributes_url_add_attributes",
                            "false",
                            "authorize_url",
                            "https://www.amazon.com/ap/oa",
                            "token_request_method",
                            "POST",
                            "token_url",
                            "https://api.amazon.com/auth/o2/token");
            default ->
                    Map.of(
                            "attributes_url_add_attributes",
                            "false",
                            "authorize_url",
                            "https://appleid.apple.com/auth/authorize",
                            "oidc_issuer",
                            "https://appleid.apple.com",
                            "token_request_method",
                            "POST",
                            "token_url",
                            "https://appleid.apple.com/auth/token");
        };
    }

    /// The claim that says who somebody is.
    static String subject(String type) {
        return switch (type) {
            case "Facebook" -> "id";
            case "LoginWithAmazon" -> "user_id";
            default -> "sub";
        };
    }
}
