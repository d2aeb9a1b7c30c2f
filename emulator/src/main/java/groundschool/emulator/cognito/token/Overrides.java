package groundschool.emulator.cognito.token;

import groundschool.emulator.cognito.CognitoErrors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the trigger before tokens are made wants otherwise.
///
/// Source: [Pre token
/// generation](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html)
record Overrides(
        Map<String, Object> idAdded,
        List<String> idSuppressed,
        Map<String, Object> accessAdded,
        List<String> accessSuppressed,
        List<String> scopesAdded,
        List<String> scopesSuppressed,
        Optional<Claims.GroupClaims> groups) {

    static final Overrides NONE =
            new Overrides(
                    Map.of(),
                    List.of(),
                    Map.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty());

    /// What nobody may change.
    private static final List<String> FIXED_ID =
            List.of(
                    "acr",
                    "amr",
                    "at_hash",
                    "aud",
                    "auth_time",
                    "azp",
                    "exp",
                    "iat",
                    "iss",
                    "jti",
                    "nbf",
                    "nonce",
                    "origin_jti",
                    "sub",
                    "token_use",
                    "cognito:username",
                    "identities");

    private static final List<String> FIXED_ACCESS =
            List.of(
                    "acr",
                    "amr",
                    "at_hash",
                    "auth_time",
                    "azp",
                    "exp",
                    "iat",
                    "iss",
                    "jti",
                    "nbf",
                    "nonce",
                    "origin_jti",
                    "sub",
                    "token_use",
                    "username",
                    "client_id",
                    "scope",
                    "device_key",
                    "event_id",
                    "version",
                    "cognito:username");

    /// @param version of the event: 1 changes ID tokens only
    static Overrides of(JsonNode response, String version) {
        if (version.equals("1")) {
            var all = response.path("claimsOverrideDetails");
            return new Overrides(
                    texts(added(all, FIXED_ID)),
                    names(all.path("claimsToSuppress"), FIXED_ID),
                    Map.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    groups(all.path("groupOverrideDetails")));
        }
        var all = response.path("claimsAndScopeOverrideDetails");
        var id = all.path("idTokenGeneration");
        var access = all.path("accessTokenGeneration");
        return new Overrides(
                added(id, FIXED_ID),
                names(id.path("claimsToSuppress"), FIXED_ID),
                added(access, FIXED_ACCESS),
                names(access.path("claimsToSuppress"), FIXED_ACCESS),
                names(access.path("scopesToAdd"), List.of()),
                names(access.path("scopesToSuppress"), List.of()),
                groups(all.path("groupOverrideDetails")));
    }

    private static Map<String, Object> added(JsonNode details, List<String> fixed) {
        var claims = new LinkedHashMap<String, Object>();
        details.path("claimsToAddOrOverride")
                .propertyStream()
                .filter(claim -> !fixed.contains(claim.getKey()))
                .filter(claim -> !claim.getValue().isNull())
                .forEach(claim ->
                        claims.put(
                                claim.getKey(),
                                JsonMapper.shared().convertValue(claim.getValue(), Object.class)));
        return claims;
    }

    /// Claims of the first version are texts.
    private static Map<String, Object> texts(Map<String, Object> claims) {
        claims.values()
                .forEach(value -> {
                    if (!(value instanceof String)) {
                        throw CognitoErrors.lambdaAnswer("Unrecognizable lambda output");
                    }
                });
        return claims;
    }

    private static List<String> names(JsonNode names, List<String> fixed) {
        return names.valueStream()
                .map(JsonNode::asString)
                .filter(name -> !fixed.contains(name))
                .toList();
    }

    private static Optional<Claims.GroupClaims> groups(JsonNode details) {
        return details.isObject()
                ? Optional.of(
                        new Claims.GroupClaims(
                                names(details.path("groupsToOverride"), List.of()),
                                names(details.path("iamRolesToOverride"), List.of()),
                                Optional.of(details.path("preferredRole").asString(""))
                                        .filter(role -> !role.isEmpty())))
                : Optional.empty();
    }

    Map<String, Object> applied(
            Map<String, Object> claims, Map<String, Object> added, List<String> suppressed) {
        var all = new LinkedHashMap<>(claims);
        suppressed.forEach(all::remove);
        all.putAll(added);
        return all;
    }
}
