package groundschool.emulator.cognitoidentity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What `cognito-identity.amazonaws.com` signs its tokens with, in one sandbox.
///
/// Source: [Identity pools authentication
/// flow](https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html)
///
/// @param jwk the pair, as JSON
public record TokenKey(String jwk) {

    public static final String NAME = "cognito-identity.amazonaws.com";
    public static final String ISSUER = "https://" + NAME;

    private static final String TAGS = "https://aws.amazon.com/tags";
    private static final int BITS = 2048;

    /// A new one. It takes a while, so that no lock is to be held.
    public static TokenKey fresh() {
        try {
            var pair = new RSAKeyGenerator(BITS).keyIDFromThumbprint(true).generate();
            return new TokenKey(pair.toJSONString());
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java cannot make an RSA key", e);
        }
    }

    /// What tokens are verified by.
    public JWKSet published() {
        return new JWKSet(pair()).toPublicJWKSet();
    }

    /// Says who somebody is.
    ///
    /// @param amr how they signed in
    /// @param tags of the sessions that they get by it
    public String sign(
            Identity identity,
            List<String> amr,
            Map<String, String> tags,
            Instant now,
            Duration lasts) {
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject(identity.id())
                        .audience(identity.poolId())
                        .claim("amr", amr)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(lasts)));
        if (!tags.isEmpty()) {
            claims.claim(TAGS, Map.of("principal_tags", lists(tags)));
        }
        var token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS512)
                                .keyID(pair().getKeyID())
                                .type(new JOSEObjectType("JWS"))
                                .build(),
                        claims.build());
        try {
            token.sign(new RSASSASigner(pair()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("An RSA key cannot sign", e);
        }
    }

    private static Map<String, List<String>> lists(Map<String, String> tags) {
        var lists = new TreeMap<String, List<String>>();
        tags.forEach((key, value) -> lists.put(key, List.of(value)));
        return lists;
    }

    private RSAKey pair() {
        try {
            return RSAKey.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException("A stored key cannot be read", e);
        }
    }
}
