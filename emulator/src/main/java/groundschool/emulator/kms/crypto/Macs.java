package groundschool.emulator.kms.crypto;

import groundschool.emulator.kms.KmsKey;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Message authentication codes.
public final class Macs {

    private Macs() {}

    /// @param algorithm such as `HMAC_SHA_256`
    public static byte[] of(KmsKey key, String algorithm, byte[] message) {
        var java = "HmacSHA" + algorithm.substring("HMAC_SHA_".length());
        try {
            var mac = Mac.getInstance(java);
            mac.init(new SecretKeySpec(key.current().secret(), java));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot make a MAC with " + java, e);
        }
    }
}
