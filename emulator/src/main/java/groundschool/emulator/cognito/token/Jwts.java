package groundschool.emulator.cognito.token;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What tokens say, before anybody knows whether it is true.
public final class Jwts {

    private static final Pattern ISSUER =
            Pattern.compile(
                    "https://cognito-idp\\.[a-z0-9-]+\\.amazonaws\\.com/([\\w-]+_[0-9a-zA-Z]+)");

    private Jwts() {}

    /// A token that is signed; nothing if it is no such thing.
    static Optional<SignedJWT> parse(String token) {
        try {
            return Optional.of(SignedJWT.parse(token));
        } catch (ParseException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static Optional<JWTClaimsSet> claims(SignedJWT token) {
        try {
            return Optional.ofNullable(token.getJWTClaimsSet());
        } catch (ParseException _) {
            return Optional.empty();
        }
    }

    /// The pool that a token says it is of.
    public static Optional<String> pool(String token) {
        return parse(token)
                .flatMap(Jwts::claims)
                .flatMap(claims -> Optional.ofNullable(claims.getIssuer()))
                .map(ISSUER::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }

    static String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text ? text : "";
    }
}
