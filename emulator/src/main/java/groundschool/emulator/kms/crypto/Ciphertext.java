package groundschool.emulator.kms.crypto;

import groundschool.emulator.kms.KeyMaterial;
import groundschool.emulator.kms.KmsErrors;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// What a symmetric key makes of a plaintext: AES-256-GCM, with the key's and the material's name
/// in front, bound to them and to the encryption context.
///
/// Nobody but KMS can read it, so that its form is nobody's business.
///
/// @param keyId the key's own
/// @param materialId of the material that encrypted
public record Ciphertext(String keyId, String materialId, byte[] blob) {

    private static final byte[] MARK = {1, 2, 2, 0};
    private static final byte PLAIN = 0x78;
    private static final byte MULTI_REGION = 0x79;
    private static final String MULTI_REGION_ID = "mrk-";
    private static final int MATERIAL = MARK.length + 1 + 16;
    private static final int HEADER = MATERIAL + 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    /// Reads whose it is.
    ///
    /// @return nothing if it is none that a symmetric key here has made
    public static Optional<Ciphertext> of(byte[] blob) {
        if (blob.length < HEADER + NONCE + TAG_BITS / 8
                || !Arrays.equals(MARK, 0, MARK.length, blob, 0, MARK.length)) {
            return Optional.empty();
        }
        var head = ByteBuffer.wrap(blob, MARK.length, 17);
        var kind = head.get();
        if (kind != PLAIN && kind != MULTI_REGION) {
            return Optional.empty();
        }
        var id = new UUID(head.getLong(), head.getLong()).toString();
        return Optional.of(
                new Ciphertext(
                        kind == PLAIN ? id : MULTI_REGION_ID + id.replace("-", ""),
                        HexFormat.of().formatHex(blob, MATERIAL, HEADER),
                        blob));
    }

    /// Encrypts.
    public static byte[] seal(
            String keyId, KeyMaterial material, byte[] plaintext, Map<String, String> context) {
        var isPlain = !keyId.startsWith(MULTI_REGION_ID);
        var bits = isPlain ? keyId.replace("-", "") : keyId.substring(MULTI_REGION_ID.length());
        var nonce = KeyMaterial.random(NONCE);
        var head =
                ByteBuffer.allocate(HEADER)
                        .put(MARK)
                        .put(isPlain ? PLAIN : MULTI_REGION)
                        .put(HexFormat.of().parseHex(bits))
                        .put(HexFormat.of().parseHex(material.id()))
                        .array();
        try {
            var sealed =
                    cipher(Cipher.ENCRYPT_MODE, material, nonce, head, context).doFinal(plaintext);
            return ByteBuffer.allocate(HEADER + NONCE + sealed.length)
                    .put(head)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM cannot encrypt", e);
        }
    }

    /// Decrypts.
    ///
    /// @throws groundschool.emulator.AwsException if it was changed, or belongs to another context
    public byte[] open(KeyMaterial material, Map<String, String> context) {
        var nonce = Arrays.copyOfRange(blob, HEADER, HEADER + NONCE);
        var head = Arrays.copyOf(blob, HEADER);
        try {
            return cipher(Cipher.DECRYPT_MODE, material, nonce, head, context)
                    .doFinal(blob, HEADER + NONCE, blob.length - HEADER - NONCE);
        } catch (GeneralSecurityException changed) {
            throw KmsErrors.invalidCiphertext();
        }
    }

    private static Cipher cipher(
            int mode, KeyMaterial material, byte[] nonce, byte[] head, Map<String, String> context)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(material.secret(), "AES"),
                new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(head);
        cipher.updateAAD(canonical(context));
        return cipher;
    }

    /// The same bytes for the same pairs, in whatever order they came.
    private static byte[] canonical(Map<String, String> context) {
        var text = new StringBuilder();
        new TreeMap<>(context)
                .forEach((key, value) ->
                        text.append(key.length())
                                .append(':')
                                .append(key)
                                .append(value.length())
                                .append(':')
                                .append(value));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
