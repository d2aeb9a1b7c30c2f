package groundschool.emulator.cognito.token;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// What a pool signs and encrypts with: one key for ID tokens, one for access tokens, one for
/// refresh tokens.
///
/// @param id a private key, as JWK
/// @param access another
/// @param refresh 256 bits, in base64
public record PoolKeys(String id, String access, String refresh) {

    private static final int RSA_BITS = 2048;
    private static final int BYTES = 32;

    /// New ones.
    public static PoolKeys fresh(SecureRandom random) {
        var secret = new byte[BYTES];
        random.nextBytes(secret);
        return new PoolKeys(rsa(random), rsa(random), Base64.getEncoder().encodeToString(secret));
    }

    private static String rsa(SecureRandom random) {
        try {
            var name = new byte[BYTES];
            random.nextBytes(name);
            return new RSAKeyGenerator(RSA_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(Base64.getEncoder().encodeToString(name))
                    .generate()
                    .toJSONString();
        } catch (JOSEException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /// The key of ID tokens.
    public RSAKey idKey() {
        return parsed(id);
    }

    /// The key of access tokens.
    public RSAKey accessKey() {
        return parsed(access);
    }

    /// What everybody may know, by which tokens are verified.
    public JWKSet published() {
        return new JWKSet(List.of(idKey(), accessKey())).toPublicJWKSet();
    }

    private static RSAKey parsed(String key) {
        try {
            return RSAKey.parse(key);
        } catch (ParseException ours) {
            throw new IllegalStateException(ours);
        }
    }

    /// A refresh token: nobody but the pool can read it.
    public String sealed(Grant grant) {
        try {
            var text = String.join("\n", grant.username(), grant.origin(), grant.token());
            var header =
                    new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                            .contentType("JWT")
                            .build();
            var token = new JWEObject(header, new Payload(text));
            token.encrypt(new DirectEncrypter(Base64.getDecoder().decode(refresh)));
            return token.serialize();
        } catch (JOSEException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /// What a refresh token says.
    public record Refresh(String username, String origin, String token) {}

    /// Reads a refresh token; nothing if it is none of this pool.
    public Optional<Refresh> unsealed(String token) {
        try {
            var read = JWEObject.parse(token);
            if (!read.getHeader().getAlgorithm().equals(JWEAlgorithm.DIR)) {
                return Optional.empty();
            }
            read.decrypt(new DirectDecrypter(Base64.getDecoder().decode(refresh)));
            var parts = read.getPayload().toString().split("\n", -1);
            return parts.length == 3
                    ? Optional.of(new Refresh(parts[0], parts[1], parts[2]))
                    : Optional.empty();
        } catch (ParseException | JOSEException _) {
            return Optional.empty();
        }
    }
}
