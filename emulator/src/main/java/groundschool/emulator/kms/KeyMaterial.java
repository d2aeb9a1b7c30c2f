package groundschool.emulator.kms;

import groundschool.emulator.kms.KeySpec.Family;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// The bytes that a key works with. A key that is rotated has several, of which the last encrypts
/// and all decrypt.
///
/// @param id 64 hexadecimal digits
/// @param since when it became the current one
/// @param rotation what made it so, `AUTOMATIC` or `ON_DEMAND`; absent for the first
/// @param secret the symmetric key, or the private key as PKCS #8
/// @param publicKey as SubjectPublicKeyInfo; absent if there is none
public record KeyMaterial(
        String id,
        Instant since,
        Optional<String> rotation,
        byte[] secret,
        Optional<byte[]> publicKey) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /// Bytes that nobody can guess.
    public static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /// New material. For RSA it takes a while, so that no lock is to be held.
    public static KeyMaterial fresh(KeySpec spec, Instant now) {
        return fresh(spec, now, Optional.empty());
    }

    static KeyMaterial fresh(KeySpec spec, Instant now, Optional<String> rotation) {
        var id = HexFormat.of().formatHex(random(32));
        if (!spec.isPair()) {
            return new KeyMaterial(id, now, rotation, random(spec.bits() / 8), Optional.empty());
        }
        try {
            var pair = generator(spec).generateKeyPair();
            return new KeyMaterial(
                    id,
                    now,
                    rotation,
                    pair.getPrivate().getEncoded(),
                    Optional.of(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot make keys of " + spec, e);
        }
    }

    /// The same, current from then on.
    public KeyMaterial at(Instant now) {
        return new KeyMaterial(id, now, rotation, secret, publicKey);
    }

    private static KeyPairGenerator generator(KeySpec spec) throws GeneralSecurityException {
        var generator =
                switch (spec.family()) {
                    case RSA -> KeyPairGenerator.getInstance("RSA");
                    case ELLIPTIC -> KeyPairGenerator.getInstance("EC");
                    case EDWARDS -> KeyPairGenerator.getInstance("Ed25519");
                    case ML_DSA -> KeyPairGenerator.getInstance("ML-DSA-" + spec.bits());
                    case SYMMETRIC, HMAC ->
                            throw new IllegalArgumentException(spec + " is no pair");
                };
        if (spec.family() == Family.RSA) {
            generator.initialize(spec.bits(), RANDOM);
        } else if (spec.family() == Family.ELLIPTIC) {
            generator.initialize(new ECGenParameterSpec("secp%dr1".formatted(spec.bits())), RANDOM);
        }
        return generator;
    }
}
