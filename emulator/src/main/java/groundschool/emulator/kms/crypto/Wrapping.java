package groundschool.emulator.kms.crypto;

import groundschool.emulator.kms.KeyMaterial;
import groundschool.emulator.kms.KmsErrors;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/// Takes key material out of what it was sent in.
///
/// Source: [Wrapping
/// algorithms](https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys-get-public-key-and-token.html#select-wrapping-algorithm)
public final class Wrapping {

    private static final String KEY_WRAP = "RSA_AES_KEY_WRAP_SHA_";

    private Wrapping() {}

    /// @param algorithm such as `RSAES_OAEP_SHA_256`
    /// @param wrapped what was encrypted with the public key of the pair
    /// @throws groundschool.emulator.AwsException if it was not
    public static byte[] unwrap(KeyMaterial pair, int bits, String algorithm, byte[] wrapped) {
        try {
            var key = Pairs.privateKey(pair, "RSA");
            if (!algorithm.startsWith(KEY_WRAP)) {
                return decrypt(key, algorithm, wrapped);
            }
            // An AES key in RSA, and the material in that.
            var split = Math.min(bits / 8, wrapped.length);
            var aes = decrypt(key, algorithm, Arrays.copyOf(wrapped, split));
            var cipher = Cipher.getInstance("AES/KWP/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(aes, "AES"));
            return cipher.doFinal(wrapped, split, wrapped.length - split);
        } catch (GeneralSecurityException | IllegalArgumentException foreign) {
            throw KmsErrors.invalidCiphertext();
        }
    }

    private static byte[] decrypt(PrivateKey key, String algorithm, byte[] bytes)
            throws GeneralSecurityException {
        if (algorithm.equals("RSAES_PKCS1_V1_5")) {
            var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.DECRYPT_MODE, key);
            return cipher.doFinal(bytes);
        }
        var isOld = algorithm.endsWith("SHA_1");
        var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                key,
                new OAEPParameterSpec(
                        isOld ? "SHA-1" : "SHA-256",
                        "MGF1",
                        isOld ? MGF1ParameterSpec.SHA1 : MGF1ParameterSpec.SHA256,
                        PSource.PSpecified.DEFAULT));
        return cipher.doFinal(bytes);
    }
}
