package groundschool.emulator.apigateway.serve;

import groundschool.emulator.Caller;
import groundschool.emulator.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Who sent a request, as far as its authorizer has found out.
///
/// @param principal whom IAM knows
/// @param accessKey of whoever signed
/// @param principalId as a Lambda authorizer says
/// @param context what a Lambda authorizer passes on
/// @param claims of a token of a user pool
/// @param usageKey by which a Lambda authorizer has the request metered
/// @param latencyMillis how long it took to find out
public record Visitor(
        Optional<Principal> principal,
        Optional<String> accessKey,
        Optional<String> principalId,
        Map<String, Object> context,
        Map<String, Object> claims,
        Optional<String> usageKey,
        long latencyMillis) {

    public static final Visitor UNKNOWN =
            new Visitor(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Map.of(),
                    Optional.empty(),
                    0);

    public static Visitor of(Caller caller) {
        return new Visitor(
                Optional.of(caller.principal()),
                caller.key(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                0);
    }

    /// Whom a token names.
    public static Visitor of(Map<String, Object> claims) {
        return new Visitor(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                claims,
                Optional.empty(),
                0);
    }

    /// What backends and templates see of it; nothing if no authorizer was asked.
    public Map<String, Object> authorizer() {
        var authorizer = new LinkedHashMap<String, Object>();
        principalId.ifPresent(id -> authorizer.put("principalId", id));
        if (principalId.isPresent()) {
            authorizer.put("integrationLatency", latencyMillis);
        }
        authorizer.putAll(context);
        if (!claims.isEmpty()) {
            authorizer.put("claims", claims);
        }
        return authorizer;
    }
}
