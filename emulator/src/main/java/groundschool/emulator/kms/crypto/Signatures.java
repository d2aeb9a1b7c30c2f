package groundschool.emulator.kms.crypto;

import groundschool.emulator.kms.KeySpec.Family;
import groundschool.emulator.kms.KmsErrors;
import groundschool.emulator.kms.KmsKey;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;

/// Signs, and tells whether a signature is good, by Java's own cryptography.
///
/// Source: [Sign](https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html)
public final class Signatures {

    private Signatures() {}

    /// @param algorithm one of the key's, such as `ECDSA_SHA_256`
    /// @param isDigest whether the message is hashed already
    /// @throws groundschool.emulator.AwsException if the digest is not as long as the algorithm
    ///   wants it
    public static byte[] sign(KmsKey key, String algorithm, byte[] message, boolean isDigest) {
        refuseOthers(algorithm, isDigest);
        try {
            return switch (key.spec().family()) {
                case RSA ->
                        RsaSignature.of(algorithm)
                                .sign(
                                        Pairs.privateKey(key.current(), "RSA"),
                                        key.spec().bits(),
                                        digest(algorithm, message, isDigest));
                case ELLIPTIC -> signer("NONEwithECDSA", key, digest(algorithm, message, isDigest));
                case EDWARDS -> signer("Ed25519", key, message);
                case ML_DSA -> signer("ML-DSA", key, message);
                case SYMMETRIC, HMAC ->
                        throw new IllegalArgumentException(key.spec() + " signs nothing");
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign with " + key.spec(), e);
        }
    }

    /// @throws groundschool.emulator.AwsException if the digest is not as long as the algorithm
    ///   wants it
    public static boolean verify(
            KmsKey key, String algorithm, byte[] message, boolean isDigest, byte[] signature) {
        refuseOthers(algorithm, isDigest);
        try {
            return switch (key.spec().family()) {
                case RSA ->
                        RsaSignature.of(algorithm)
                                .verify(
                                        Pairs.publicKey(key.current(), "RSA"),
                                        key.spec().bits(),
                                        digest(algorithm, message, isDigest),
                                        signature);
                case ELLIPTIC ->
                        isGood(
                                "NONEwithECDSA",
                                key,
                                digest(algorithm, message, isDigest),
                                signature);
                case EDWARDS -> isGood("Ed25519", key, message, signature);
                case ML_DSA -> isGood("ML-DSA", key, message, signature);
                case SYMMETRIC, HMAC ->
                        throw new IllegalArgumentException(key.spec() + " signs nothing");
            };
        } catch (GeneralSecurityException foreign) {
            return false;
        }
    }

    /// What Java cannot do: sign what somebody else has prepared, but for RSA and ECDSA.
    private static void refuseOthers(String algorithm, boolean isDigest) {
        KmsErrors.refuse("ED25519_PH_SHA_512", algorithm.equals("ED25519_PH_SHA_512"));
        if (isDigest && algorithm.equals("ED25519_SHA_512")) {
            throw KmsErrors.validation(
                    "MessageType DIGEST is not supported by algorithm ED25519_SHA_512.");
        }
        KmsErrors.refuse(
                "MessageType DIGEST of ML_DSA_SHAKE_256",
                isDigest && algorithm.equals("ML_DSA_SHAKE_256"));
    }

    private static byte[] digest(String algorithm, byte[] message, boolean isDigest)
            throws GeneralSecurityException {
        var bits = Integer.parseInt(algorithm.substring(algorithm.length() - 3));
        if (!isDigest) {
            return MessageDigest.getInstance("SHA-" + bits).digest(message);
        }
        if (message.length != bits / 8) {
            throw KmsErrors.validation(
                    "Digest is invalid length for algorithm %s.".formatted(algorithm));
        }
        return message;
    }

    private static byte[] signer(String java, KmsKey key, byte[] message)
            throws GeneralSecurityException {
        var signature = Signature.getInstance(java);
        signature.initSign(Pairs.privateKey(key.current(), family(key)));
        signature.update(message);
        return signature.sign();
    }

    private static boolean isGood(String java, KmsKey key, byte[] message, byte[] given)
            throws GeneralSecurityException {
        var signature = Signature.getInstance(java);
        signature.initVerify(Pairs.publicKey(key.current(), family(key)));
        signature.update(message);
        return signature.verify(given);
    }

    private static String family(KmsKey key) {
        return key.spec().family() == Family.ELLIPTIC
                ? "EC"
                : key.spec().family() == Family.EDWARDS ? "Ed25519" : "ML-DSA";
    }
}
