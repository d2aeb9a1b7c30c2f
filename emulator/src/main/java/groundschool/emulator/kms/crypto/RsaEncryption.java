package groundschool.emulator.kms.crypto;

import groundschool.emulator.kms.KeySpec;
import groundschool.emulator.kms.KmsErrors;
import groundschool.emulator.kms.KmsKey;
import java.security.GeneralSecurityException;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/// RSAES-OAEP, whose ciphertext says nothing of the key.
///
/// Source: [RFC 8017](https://www.rfc-editor.org/rfc/rfc8017#section-7.1)
public final class RsaEncryption {

    private RsaEncryption() {}

    /// @param algorithm such as `RSAES_OAEP_SHA_256`
    /// @throws groundschool.emulator.AwsException if the plaintext is too long
    public static byte[] encrypt(KmsKey key, String algorithm, byte[] plaintext) {
        var most = most(key.spec(), algorithm);
        if (plaintext.length > most) {
            throw KmsErrors.validation(
                    "Algorithm %s and key spec %s cannot encrypt data larger than %d bytes."
                            .formatted(algorithm, key.spec(), most));
        }
        try {
            var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE, Pairs.publicKey(key.current(), "RSA"), padding(algorithm));
            return cipher.doFinal(plaintext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA cannot encrypt", e);
        }
    }

    /// @throws groundschool.emulator.AwsException if this key has not made it
    public static byte[] decrypt(KmsKey key, String algorithm, byte[] ciphertext) {
        try {
            var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    Pairs.privateKey(key.current(), "RSA"),
                    padding(algorithm));
            return cipher.doFinal(ciphertext);
        } catch (GeneralSecurityException foreign) {
            throw KmsErrors.invalidCiphertext();
        }
    }

    private static int most(KeySpec spec, String algorithm) {
        var hash = algorithm.endsWith("SHA_1") ? 20 : 32;
        return spec.bits() / 8 - 2 * hash - 2;
    }

    private static OAEPParameterSpec padding(String algorithm) {
        var isOld = algorithm.endsWith("SHA_1");
        return new OAEPParameterSpec(
                isOld ? "SHA-1" : "SHA-256",
                "MGF1",
                isOld ? MGF1ParameterSpec.SHA1 : MGF1ParameterSpec.SHA256,
                PSource.PSpecified.DEFAULT);
    }
}
