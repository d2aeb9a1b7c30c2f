package groundschool.emulator.sandbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Makes texts that travel through clients' hands and come back: none but the owner of the key can
/// read or change them. AES in Galois/Counter Mode, packed before, base64 after.
final class Seal {

    static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /// More than any session's policies, tags and claims come to.
    private static final int LARGEST_BYTES = 1 << 18;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    Seal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    static byte[] newKey() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    String seal(String text) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var packed = new ByteArrayOutputStream();
            try (var out = new DeflaterOutputStream(packed)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(packed.toByteArray());
            var all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text, or nothing if it was not sealed with this key.
    Optional<String> open(String sealed) {
        try {
            var all = Base64.getDecoder().decode(sealed);
            if (all.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            var nonce = Arrays.copyOf(all, NONCE_BYTES);
            var packed =
                    cipher(Cipher.DECRYPT_MODE, nonce)
                            .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
                return Optional.of(
                        new String(in.readNBytes(LARGEST_BYTES), StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException | GeneralSecurityException | IOException _) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
