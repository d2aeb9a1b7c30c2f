package groundschool.emulator.apigateway.serve;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// JSON Web Tokens.
public final class Jwts {

    private Jwts() {}

    /// Whether one of the keys signed it, by RSA: what a token itself says of its algorithm is not
    /// believed beyond that.
    public static boolean isSigned(SignedJWT token, JWKSet keys) {
        if (!JWSAlgorithm.Family.RSA.contains(token.getHeader().getAlgorithm())) {
            return false;
        }
        var wanted = token.getHeader().getKeyID();
        for (var key : keys.getKeys()) {
            if (key instanceof RSAKey rsa && (wanted == null || wanted.equals(rsa.getKeyID()))) {
                try {
                    if (token.verify(new RSASSAVerifier(rsa))) {
                        return true;
                    }
                } catch (JOSEException _) {
                    return false;
                }
            }
        }
        return false;
    }

    /// Whether it counts at that time.
    public static boolean isInTime(JWTClaimsSet claims, Instant now) {
        var ends = claims.getExpirationTime();
        var begins = claims.getNotBeforeTime();
        return ends != null
                && ends.toInstant().isAfter(now)
                && (begins == null || !begins.toInstant().isAfter(now));
    }

    /// The claims as backends see them: all are texts.
    public static Map<String, Object> texts(JWTClaimsSet claims) {
        var texts = new LinkedHashMap<String, Object>();
        claims.toJSONObject()
                .forEach((name, value) -> {
                    if (value != null) {
                        texts.put(name, text(name, value));
                    }
                });
        return texts;
    }

    private static String text(String name, Object value) {
        if (value instanceof Number seconds && Set.of("exp", "iat", "nbf").contains(name)) {
            return DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC)
                    .format(Instant.ofEpochSecond(seconds.longValue()));
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                : value.toString();
    }
}
