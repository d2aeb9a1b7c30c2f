package groundschool.emulator.cognito.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import groundschool.emulator.cognito.CognitoErrors;
import java.text.ParseException;
import java.util.Map;
import java.util.stream.Stream;

/// The keys of a pool as they are worked with. To read them from what is kept takes as long as to
/// sign with them, so that this is done once.
public final class Signing {

    private final PoolKeys kept;
    private final Hand access;
    private final Hand id;

    Signing(PoolKeys kept) {
        this.kept = kept;
        this.access = Hand.of(kept.accessKey());
        this.id = Hand.of(kept.idKey());
    }

    private record Hand(JWSHeader header, RSASSASigner signer, RSASSAVerifier verifier) {

        static Hand of(RSAKey key) {
            try {
                return new Hand(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                        new RSASSASigner(key),
                        new RSASSAVerifier(key.toRSAPublicKey()));
            } catch (JOSEException ours) {
                throw new IllegalStateException(ours);
            }
        }

        String signed(Map<String, Object> claims) {
            try {
                var token = new SignedJWT(header, JWTClaimsSet.parse(claims));
                token.sign(signer);
                return token.serialize();
            } catch (ParseException _) {
                throw CognitoErrors.lambdaAnswer("Unrecognizable lambda output");
            } catch (JOSEException ours) {
                throw new IllegalStateException(ours);
            }
        }
    }

    boolean isOf(PoolKeys keys) {
        return kept.equals(keys);
    }

    /// An access token.
    String access(Map<String, Object> claims) {
        return access.signed(claims);
    }

    /// An ID token.
    String id(Map<String, Object> claims) {
        return id.signed(claims);
    }

    /// A refresh token.
    String refresh(Grant grant) {
        return kept.sealed(grant);
    }

    /// Whether one of the keys has signed a token.
    boolean hasSigned(SignedJWT token) {
        return Stream.of(access, id)
                .filter(hand -> hand.header.getKeyID().equals(token.getHeader().getKeyID()))
                .anyMatch(hand -> verifies(hand, token));
    }

    private static boolean verifies(Hand hand, SignedJWT token) {
        try {
            return token.verify(hand.verifier);
        } catch (JOSEException _) {
            return false;
        }
    }
}
