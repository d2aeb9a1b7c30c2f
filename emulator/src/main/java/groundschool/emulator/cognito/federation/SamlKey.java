package groundschool.emulator.cognito.federation;

import groundschool.emulator.cognito.Hashes;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/// What a pool uses towards SAML providers: a private key, and a certificate of it.
///
/// Source: [Signing and
/// encryption](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-SAML-signing-encryption.html):
/// "Issued certificates are valid for 10 years from the date of issue. Amazon Cognito issues and
/// assigns a new signing certificate annually", which does not make the former invalid: the key
/// stays.
///
/// @param privateKey in PKCS #8, in base64
/// @param publicKey in base64
/// @param certificate in DER, in base64
public record SamlKey(String privateKey, String publicKey, String certificate, Instant issuedAt) {

    private static final int BITS = 2048;
    private static final Duration VALIDITY = Duration.ofDays(3652);
    private static final Duration RENEWED_AFTER = Duration.ofDays(365);

    /// A new one, which takes a moment.
    ///
    /// @param name of whom it is
    static SamlKey fresh(String name, Instant now) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return issued(generator.generateKeyPair(), name, now);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static SamlKey issued(KeyPair keys, String name, Instant now) {
        var serial = new BigInteger(1, Hashes.sha256(Hashes.utf8(name + now))).shiftRight(128);
        return new SamlKey(
                base64(keys.getPrivate().getEncoded()),
                base64(keys.getPublic().getEncoded()),
                base64(SelfSigned.certificate(keys, name, serial, now, now.plus(VALIDITY))),
                now);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    boolean isToBeRenewed(Instant now) {
        return !now.isBefore(issuedAt.plus(RENEWED_AFTER));
    }

    /// The same key with another certificate.
    SamlKey renewed(String name, Instant now) {
        try {
            var keys = KeyFactory.getInstance("RSA");
            var pair =
                    new KeyPair(
                            keys.generatePublic(
                                    new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))),
                            secret());
            return issued(pair, name, now);
        } catch (GeneralSecurityException ours) {
            throw new IllegalStateException(ours);
        }
    }

    PrivateKey secret() {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey)));
        } catch (GeneralSecurityException ours) {
            throw new IllegalStateException(ours);
        }
    }

    /// RSASSA-PKCS1-v1_5 with SHA-256.
    byte[] signature(byte[] text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(secret());
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException ours) {
            throw new IllegalStateException(ours);
        }
    }
}
