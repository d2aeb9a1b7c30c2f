package groundschool.emulator.cognito.token;

import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.pool.AppClient;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.trigger.Trigger;
import groundschool.emulator.cognito.trigger.Triggers;
import groundschool.emulator.cognito.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Makes the tokens of somebody who has signed in.
public final class Tokens {

    private Tokens() {}

    /// What else tokens are to say.
    ///
    /// @param source why they are made, such as `TokenGeneration_Authentication`
    /// @param nonce of whoever asked for the ID token
    /// @param withRefresh whether there is a refresh token among them
    public record Wish(String source, Optional<String> nonce, boolean withRefresh) {

        public static Wish of(String source, boolean withRefresh) {
            return new Wish(source, Optional.empty(), withRefresh);
        }
    }

    /// What a client sees of somebody.
    ///
    /// @param scopes that say more closely what
    public static Map<String, Object> attributes(User user, AppClient client, List<String> scopes) {
        return Claims.attributes(user, client, scopes);
    }

    /// Signs the tokens of a grant. Holds no lock: functions are asked, and signatures take time.
    public static AuthenticationResult issue(Visit visit, User user, Grant grant, Wish wish) {
        var groups =
                Claims.GroupClaims.of(visit.change(pools -> pools.groups(visit.pool()).of(user)));
        var overrides = overrides(visit, user, grant, groups, wish.source());
        var shown = overrides.groups().orElse(groups);
        var signing = visit.change(pools -> pools.signing(visit.pool()));
        var now = visit.now();
        var event = grant.event().orElseGet(() -> UUID.randomUUID().toString());
        var common = common(visit, user, grant, event, now);
        var scopes = scopes(grant, overrides);
        var access = access(visit, user, grant, common, shown, overrides, scopes);
        var hasId =
                grant.scopes().contains("openid")
                        || grant.scopes().equals(List.of(Verified.OWN_ACCOUNT));
        return new AuthenticationResult(
                signing.access(access),
                (int) visit.application().settings().accessTokens().toSeconds(),
                "Bearer",
                wish.withRefresh() ? Optional.of(signing.refresh(grant)) : Optional.empty(),
                hasId
                        ? Optional.of(
                                signing.id(id(visit, user, grant, common, shown, overrides, wish)))
                        : Optional.empty(),
                Optional.empty());
    }

    private static Overrides overrides(
            Visit visit, User user, Grant grant, Claims.GroupClaims groups, String source) {
        var request = new LinkedHashMap<String, Object>();
        var configuration = new LinkedHashMap<String, Object>();
        configuration.put("groupsToOverride", groups.names());
        configuration.put("iamRolesToOverride", groups.roles());
        groups.preferredRole().ifPresent(role -> configuration.put("preferredRole", role));
        request.put("groupConfiguration", configuration);
        var version = Triggers.version(visit.pool());
        if (!version.equals("1")) {
            request.put("scopes", grant.scopes());
        }
        return Triggers.ask(visit, Trigger.PRE_TOKEN_GENERATION, source, user, request)
                .map(response -> Overrides.of(response, version))
                .orElse(Overrides.NONE);
    }

    private static List<String> scopes(Grant grant, Overrides overrides) {
        var all = new ArrayList<>(grant.scopes());
        all.removeAll(overrides.scopesSuppressed());
        overrides.scopesAdded().stream().filter(each -> !all.contains(each)).forEach(all::add);
        return all;
    }

    private static Map<String, Object> common(
            Visit visit, User user, Grant grant, String event, Instant now) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", user.sub());
        claims.put("iss", visit.pool().issuer());
        if (visit.application().settings().enableTokenRevocation()) {
            claims.put("origin_jti", grant.origin());
        }
        claims.put("event_id", event);
        claims.put("auth_time", grant.authTime().getEpochSecond());
        claims.put("iat", now.getEpochSecond());
        if (visit.application().settings().enableTokenRevocation()) {
            claims.put("jti", UUID.randomUUID().toString());
        }
        return claims;
    }

    private static Map<String, Object> id(
            Visit visit,
            User user,
            Grant grant,
            Map<String, Object> common,
            Claims.GroupClaims groups,
            Overrides overrides,
            Wish wish) {
        var claims = new LinkedHashMap<>(common);
        claims.put("token_use", "id");
        claims.put("aud", visit.application().id());
        claims.put("cognito:username", user.username());
        claims.put(
                "exp",
                visit.now().plus(visit.application().settings().idTokens()).getEpochSecond());
        wish.nonce().ifPresent(nonce -> claims.put("nonce", nonce));
        claims.putAll(Claims.attributes(user, visit.application(), grant.scopes()));
        Claims.addGroups(claims, groups, true);
        if (claims.containsKey("jti")) {
            claims.put("jti", UUID.randomUUID().toString());
        }
        return overrides.applied(claims, overrides.idAdded(), overrides.idSuppressed());
    }

    private static Map<String, Object> access(
            Visit visit,
            User user,
            Grant grant,
            Map<String, Object> common,
            Claims.GroupClaims groups,
            Overrides overrides,
            List<String> scopes) {
        var claims = new LinkedHashMap<>(common);
        claims.put("client_id", visit.application().id());
        claims.put("token_use", "access");
        claims.put("scope", String.join(" ", scopes));
        claims.put("username", user.username());
        claims.put(
                "exp",
                visit.now().plus(visit.application().settings().accessTokens()).getEpochSecond());
        if (!grant.scopes().equals(List.of(Verified.OWN_ACCOUNT))) {
            claims.put("version", 2);
        }
        grant.device().ifPresent(device -> claims.put("device_key", device));
        Claims.addGroups(claims, groups, false);
        return overrides.applied(claims, overrides.accessAdded(), overrides.accessSuppressed());
    }

    /// What an access token says of an application that acts for nobody but itself.
    static Map<String, Object> ofApplication(
            Pool pool, AppClient client, List<String> scopes, Instant now) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", client.id());
        claims.put("token_use", "access");
        claims.put("scope", String.join(" ", scopes));
        claims.put("auth_time", now.getEpochSecond());
        claims.put("iss", pool.issuer());
        claims.put("exp", now.plus(client.settings().accessTokens()).getEpochSecond());
        claims.put("iat", now.getEpochSecond());
        claims.put("version", 2);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("client_id", client.id());
        return claims;
    }
}
