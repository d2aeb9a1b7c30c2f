package groundschool.emulator.cognitoidentity.login;

import groundschool.emulator.cognitoidentity.CognitoIdentityErrors;
import groundschool.emulator.cognitoidentity.Identity;
import groundschool.emulator.cognitoidentity.IdentityPool;
import groundschool.emulator.cognitoidentity.IdentityPool.MappingRule;
import groundschool.emulator.cognitoidentity.IdentityPool.RoleMapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which role of a pool somebody gets, and which tags.
///
/// Source: [Using role-based access
/// control](https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html),
/// [Using attributes for access
/// control](https://docs.aws.amazon.com/cognito/latest/developerguide/attributes-for-access-control.html)
public record RoleChoice(IdentityPool pool, Identity identity, List<Login> logins) {

    private static final String AUTHENTICATED = "authenticated";
    private static final String OIDC = ":oidc-provider/";

    public RoleChoice {
        logins = List.copyOf(logins);
    }

    /// @param wanted the one of several roles that the request asks for
    /// @return its ARN
    /// @throws groundschool.emulator.AwsException if there is none for them
    public String role(Optional<String> wanted) {
        if (identity.isGuest()) {
            return roleOf("unauthenticated");
        }
        for (var login : logins) {
            var mapping = mapping(login);
            if (mapping.isPresent()) {
                return mapped(mapping.get(), login, wanted);
            }
        }
        return roleOf(AUTHENTICATED);
    }

    /// The tags of their sessions, by key.
    public Map<String, String> tags() {
        var tags = new HashMap<String, String>();
        for (var login : logins) {
            pool.tagMaps().entrySet().stream()
                    .filter(map -> isFor(map.getKey(), login))
                    .forEach(map ->
                            map.getValue()
                                    .claims()
                                    .forEach((tag, claim) ->
                                            login.claim(claim).stream()
                                                    .findFirst()
                                                    .ifPresent(value -> tags.put(tag, value))));
        }
        return tags;
    }

    private String mapped(RoleMapping mapping, Login login, Optional<String> wanted) {
        var byLogin =
                mapping.type().equals("Token")
                        ? byToken(login, wanted)
                        : mapping.rulesConfiguration().stream()
                                .flatMap(rules -> rules.rules().stream())
                                .filter(rule -> fits(rule, login))
                                .map(MappingRule::roleARN)
                                .findFirst();
        return byLogin.orElseGet(() -> {
            if (mapping.ambiguousRoleResolution().equals(Optional.of("Deny"))) {
                throw CognitoIdentityErrors.forbidden(identity.id());
            }
            return roleOf(AUTHENTICATED);
        });
    }

    private Optional<String> byToken(Login login, Optional<String> wanted) {
        var roles = login.claim("cognito:roles");
        if (wanted.isPresent()) {
            if (!roles.contains(wanted.get())) {
                throw CognitoIdentityErrors.forbidden(identity.id());
            }
            return wanted;
        }
        return login.claim("cognito:preferred_role").stream()
                .findFirst()
                .or(() -> roles.size() == 1 ? Optional.of(roles.getFirst()) : Optional.empty());
    }

    private static boolean fits(MappingRule rule, Login login) {
        var values = login.claim(rule.claim());
        return switch (rule.matchType()) {
            case "Equals" -> values.contains(rule.value());
            case "Contains" -> values.stream().anyMatch(value -> value.contains(rule.value()));
            case "StartsWith" -> values.stream().anyMatch(value -> value.startsWith(rule.value()));
            case "NotEqual" -> !values.isEmpty() && !values.contains(rule.value());
            default -> throw new IllegalStateException(rule.matchType());
        };
    }

    private Optional<RoleMapping> mapping(Login login) {
        return pool.mappings().entrySet().stream()
                .filter(entry -> isFor(entry.getKey(), login))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// Whether a setting's provider is that of a login: by its name, its ARN, or with the client.
    private static boolean isFor(String provider, Login login) {
        return provider.equals(login.provider())
                || provider.endsWith(OIDC + login.provider())
                || login.client()
                        .map(client -> provider.equals(login.provider() + ":" + client))
                        .orElse(false);
    }

    private String roleOf(String kind) {
        return Optional.ofNullable(pool.roles().get(kind))
                .orElseThrow(CognitoIdentityErrors::invalidRoles);
    }
}
