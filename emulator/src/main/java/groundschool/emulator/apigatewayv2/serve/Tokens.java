package groundschool.emulator.apigatewayv2.serve;

import com.nimbusds.jwt.SignedJWT;
import groundschool.emulator.apigateway.serve.Jwts;
import groundschool.emulator.apigateway.serve.PublishedKeys;
import groundschool.emulator.apigatewayv2.api.Authorizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Lets those in who bring a token of an issuer that is believed: a user pool of the sandbox.
///
/// Source: [JWT
/// authorizers](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html)
final class Tokens {

    private static final Pattern POOL =
            Pattern.compile("https://cognito-idp\\.([a-z0-9-]+)\\.amazonaws\\.com/([\\w-]+)");

    private Tokens() {}

    /// @throws Refusal if the token is not good, or not for this route
    static Visit admit(Authorizer authorizer, Visit visit) {
        var given =
                Expression.source(authorizer.identitySource().getFirst(), visit)
                        .orElseThrow(Refusal::unauthorized);
        var claims = claims(authorizer, given.replaceFirst("^[Bb]earer\\s+", ""), visit);
        var scopes = visit.route().authorizationScopes().orElse(List.of());
        var has =
                List.of(
                        String.valueOf(claims.getOrDefault("scope", claims.getOrDefault("scp", "")))
                                .split("[ ,]"));
        if (!scopes.isEmpty() && scopes.stream().noneMatch(has::contains)) {
            throw Refusal.forbidden("The token has none of the scopes " + scopes);
        }
        var jwt = new LinkedHashMap<String, Object>();
        jwt.put("claims", claims);
        jwt.put("scopes", scopes.stream().filter(has::contains).toList());
        return visit.by(Map.of("jwt", jwt), Optional.empty());
    }

    private static Map<String, Object> claims(Authorizer authorizer, String token, Visit visit) {
        var wanted = authorizer.jwtConfiguration().orElseThrow(() -> Refusal.internal("no issuer"));
        var issuer = wanted.issuer().orElse("").replaceFirst("/$", "");
        var pool = POOL.matcher(issuer);
        if (!pool.matches()) {
            throw Refusal.internal(
                    "Groundschool's emulator believes user pools of the sandbox only, not "
                            + issuer);
        }
        var sandbox = visit.request().sandbox();
        try {
            var jwt = SignedJWT.parse(token);
            var claims = jwt.getJWTClaimsSet();
            var audiences = wanted.audience().orElse(List.of());
            boolean isMeant =
                    claims.getAudience().stream().anyMatch(audiences::contains)
                            || claims.getClaim("client_id") instanceof String client
                                    && audiences.contains(client);
            boolean isGood =
                    issuer.equals(claims.getIssuer())
                            && isMeant
                            && Jwts.isInTime(claims, sandbox.clock().now())
                            && PublishedKeys.of(
                                            String.valueOf(pool.group(1)),
                                            String.valueOf(pool.group(2)),
                                            sandbox)
                                    .filter(keys -> Jwts.isSigned(jwt, keys))
                                    .isPresent();
            if (!isGood) {
                throw Refusal.unauthorized();
            }
            var texts = new LinkedHashMap<String, Object>();
            claims.toJSONObject()
                    .forEach((name, value) -> {
                        if (value instanceof List<?> list) {
                            texts.put(
                                    name,
                                    "["
                                            + list.stream()
                                                    .map(String::valueOf)
                                                    .collect(Collectors.joining(" "))
                                            + "]");
                        } else if (value != null) {
                            texts.put(name, value.toString());
                        }
                    });
            return texts;
        } catch (java.text.ParseException _) {
            throw Refusal.unauthorized();
        }
    }
}
