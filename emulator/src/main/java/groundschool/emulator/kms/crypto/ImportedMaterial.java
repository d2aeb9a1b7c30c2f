package groundschool.emulator.kms.crypto;

import groundschool.emulator.kms.KeyMaterial;
import groundschool.emulator.kms.KeySpec;
import groundschool.emulator.kms.KmsErrors;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Key material that somebody brings along.
///
/// Source: [Importing key
/// material](https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys-conceptual.html)
public final class ImportedMaterial {

    /// Before the point of a public key that stands in a private key: a bit string, uncompressed.
    private static final int POINT = 0x04;

    private ImportedMaterial() {}

    /// The same bytes have the same ID.
    ///
    /// @param secret the symmetric key, or the private key as PKCS #8
    /// @throws groundschool.emulator.AwsException if it is none of that kind
    public static KeyMaterial of(
            KeySpec spec, byte[] secret, Optional<String> rotation, String keyId, Instant now) {
        return new KeyMaterial(id(secret, keyId), now, rotation, secret, publicKey(spec, secret));
    }

    private static String id(byte[] secret, String keyId) {
        try {
            var hasher = MessageDigest.getInstance("SHA-256");
            hasher.update(keyId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hasher.digest(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<byte[]> publicKey(KeySpec spec, byte[] secret) {
        try {
            return switch (spec.family()) {
                case SYMMETRIC, HMAC -> {
                    if (secret.length != spec.bits() / 8) {
                        throw KmsErrors.incorrectMaterial(
                                "The key material must be %d bits long.".formatted(spec.bits()));
                    }
                    yield Optional.empty();
                }
                case RSA -> Optional.of(ofRsa(spec, secret));
                case ELLIPTIC -> Optional.of(ofCurve(spec, secret));
                case EDWARDS, ML_DSA ->
                        throw KmsErrors.notYet("imported key material of the key spec " + spec);
            };
        } catch (GeneralSecurityException none) {
            throw KmsErrors.incorrectMaterial(
                    "The key material is no private key of the key spec %s.".formatted(spec));
        }
    }

    private static byte[] ofRsa(KeySpec spec, byte[] secret) throws GeneralSecurityException {
        var factory = KeyFactory.getInstance("RSA");
        if (factory.generatePrivate(new PKCS8EncodedKeySpec(secret)) instanceof RSAPrivateCrtKey key
                && key.getModulus().bitLength() == spec.bits()) {
            return factory.generatePublic(
                            new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                    .getEncoded();
        }
        throw new GeneralSecurityException("another length");
    }

    /// Java does not multiply points, so that the public key is taken from where tools put it: at
    /// the private key's end.
    private static byte[] ofCurve(KeySpec spec, byte[] secret) throws GeneralSecurityException {
        var factory = KeyFactory.getInstance("EC");
        if (!(factory.generatePrivate(new PKCS8EncodedKeySpec(secret)) instanceof ECPrivateKey key)
                || key.getParams().getCurve().getField().getFieldSize() != spec.bits()) {
            throw new GeneralSecurityException("another curve");
        }
        var length = (spec.bits() + 7) / 8;
        var at = secret.length - 2 * length;
        if (at < 1 || secret[at - 1] != POINT) {
            throw KmsErrors.notYet("imported private keys without their public key in them");
        }
        var point =
                new ECPoint(
                        new BigInteger(1, Arrays.copyOfRange(secret, at, at + length)),
                        new BigInteger(1, Arrays.copyOfRange(secret, at + length, secret.length)));
        return factory.generatePublic(new ECPublicKeySpec(point, key.getParams())).getEncoded();
    }
}
