package groundschool.emulator.kms.crypto;

import groundschool.emulator.kms.KeyMaterial;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/// The two halves of a pair, as Java's cryptography wants them.
final class Pairs {

    private Pairs() {}

    static PublicKey publicKey(KeyMaterial material, String family)
            throws GeneralSecurityException {
        return publicKey(material.publicKey().orElseThrow(), family);
    }

    static PublicKey publicKey(byte[] encoded, String family) throws GeneralSecurityException {
        return KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(encoded));
    }

    static PrivateKey privateKey(KeyMaterial material, String family)
            throws GeneralSecurityException {
        return KeyFactory.getInstance(family)
                .generatePrivate(new PKCS8EncodedKeySpec(material.secret()));
    }
}
