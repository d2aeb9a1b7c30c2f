package groundschool.emulator.cognitoidentity;

import groundschool.emulator.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An identity pool.
///
/// @param id its Region and a UUID
/// @param settings what its maker says
/// @param roles by `authenticated` and `unauthenticated`
/// @param mappings which role somebody gets, by provider
/// @param tagMaps what of a token becomes tags of the session, by provider
public record IdentityPool(
        String id,
        PoolSettings settings,
        Map<String, String> roles,
        Map<String, RoleMapping> mappings,
        Map<String, TagMap> tagMaps) {

    public IdentityPool {
        roles = Map.copyOf(roles);
        mappings = Map.copyOf(mappings);
        tagMaps = Map.copyOf(tagMaps);
    }

    static IdentityPool fresh(String id, PoolSettings settings) {
        return new IdentityPool(id, settings, Map.of(), Map.of(), Map.of());
    }

    /// What policies call it.
    public static String arn(String id, Call call) {
        return call.arn("cognito-identity", "identitypool/" + id);
    }

    public IdentityPool with(PoolSettings others) {
        return new IdentityPool(id, others, roles, mappings, tagMaps);
    }

    public IdentityPool giving(Map<String, String> others, Map<String, RoleMapping> byProvider) {
        return new IdentityPool(id, settings, others, byProvider, tagMaps);
    }

    public IdentityPool tagging(String provider, TagMap map) {
        var maps = new HashMap<>(tagMaps);
        maps.put(provider, map);
        return new IdentityPool(id, settings, roles, mappings, maps);
    }

    /// What a pool is set to.
    ///
    /// @param name which others may have too
    /// @param guests whether people need not sign in
    /// @param classic whether the basic flow is open
    /// @param publicProviders the app's ID by provider, such as `graph.facebook.com`
    /// @param developerProvider what the developer's own users are called by
    /// @param oidcProviders ARNs of IAM's providers
    /// @param userPools clients of user pools
    /// @param samlProviders ARNs of IAM's providers
    public record PoolSettings(
            String name,
            boolean guests,
            Optional<Boolean> classic,
            Optional<Map<String, String>> publicProviders,
            Optional<String> developerProvider,
            Optional<List<String>> oidcProviders,
            Optional<List<CognitoIdentityProvider>> userPools,
            Optional<List<String>> samlProviders,
            Map<String, String> tags) {

        public PoolSettings {
            tags = Map.copyOf(tags);
        }

        public PoolSettings tagged(Map<String, String> others) {
            return new PoolSettings(
                    name,
                    guests,
                    classic,
                    publicProviders,
                    developerProvider,
                    oidcProviders,
                    userPools,
                    samlProviders,
                    others);
        }
    }

    /// A client of a user pool.
    ///
    /// @param providerName `cognito-idp.REGION.amazonaws.com/POOL`
    public record CognitoIdentityProvider(
            Optional<String> providerName,
            Optional<String> clientId,
            Optional<Boolean> serverSideTokenCheck) {}

    /// How a role is chosen for who comes from one provider.
    ///
    /// @param type `Token` or `Rules`
    /// @param ambiguousRoleResolution what becomes of those for whom that says nothing
    public record RoleMapping(
            String type,
            Optional<String> ambiguousRoleResolution,
            Optional<RulesConfiguration> rulesConfiguration) {}

    /// @param rules of which the first that fits counts
    public record RulesConfiguration(List<MappingRule> rules) {
        public RulesConfiguration {
            rules = List.copyOf(rules);
        }
    }

    /// @param claim of the token
    /// @param matchType `Equals`, `Contains`, `StartsWith` or `NotEqual`
    public record MappingRule(String claim, String matchType, String value, String roleARN) {}

    /// @param useDefaults whether it is `username` from `sub` and `client` from `aud`
    /// @param principalTags the claim by tag
    public record TagMap(boolean useDefaults, Map<String, String> principalTags) {

        private static final Map<String, String> DEFAULTS =
                Map.of("username", "sub", "client", "aud");

        public TagMap {
            principalTags = Map.copyOf(principalTags);
        }

        /// The claim by tag.
        public Map<String, String> claims() {
            return useDefaults ? DEFAULTS : principalTags;
        }
    }
}
