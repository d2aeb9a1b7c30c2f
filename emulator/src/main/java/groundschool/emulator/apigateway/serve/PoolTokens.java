package groundschool.emulator.apigateway.serve;

import com.nimbusds.jwt.SignedJWT;
import groundschool.emulator.sandbox.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tokens of user pools, held against the keys that the pool publishes.
public final class PoolTokens {

    private static final Pattern POOL =
            Pattern.compile("arn:aws:cognito-idp:([a-z0-9-]+):([0-9]{12}):userpool/(.+)");

    private PoolTokens() {}

    /// The claims of a token; nothing if none of the pools has given it out, or its time is over.
    ///
    /// @param pools their ARNs
    public static Optional<Map<String, Object>> verify(
            String token, List<String> pools, Sandbox sandbox) {
        try {
            var jwt = SignedJWT.parse(token);
            var claims = jwt.getJWTClaimsSet();
            var issuer = String.valueOf(claims.getIssuer());
            for (var arn : pools) {
                var pool = POOL.matcher(arn);
                if (pool.matches() && issuer.endsWith("/" + pool.group(3))) {
                    var region = String.valueOf(pool.group(1));
                    var id = String.valueOf(pool.group(3));
                    return PublishedKeys.of(region, id, sandbox)
                            .filter(keys -> Jwts.isSigned(jwt, keys))
                            .filter(_ -> Jwts.isInTime(claims, sandbox.clock().now()))
                            .map(_ -> Jwts.texts(claims));
                }
            }
            return Optional.empty();
        } catch (java.text.ParseException _) {
            return Optional.empty();
        }
    }
}
