package groundschool.emulator.kms.crypto;

import groundschool.emulator.kms.KeyMaterial;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;

/// RSA signatures of digests, which Java only makes of whole messages.
///
/// Source: [RFC 8017](https://www.rfc-editor.org/rfc/rfc8017#section-8), sections 8, 9.1 and 9.2
///
/// @param hash such as `SHA-256`
/// @param isPss whether it is PSS, with a salt as long as the hash, rather than PKCS #1 v1.5
record RsaSignature(String hash, boolean isPss) {

    private static final byte TRAILER = (byte) 0xBC;

    static RsaSignature of(String algorithm) {
        return new RsaSignature(
                "SHA-" + algorithm.substring(algorithm.length() - 3), algorithm.contains("_PSS_"));
    }

    byte[] sign(Key privateKey, int bits, byte[] digest) throws GeneralSecurityException {
        if (!isPss) {
            var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.ENCRYPT_MODE, privateKey);
            return cipher.doFinal(digestInfo(digest));
        }
        var cipher = Cipher.getInstance("RSA/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, privateKey);
        return cipher.doFinal(encoded(digest, KeyMaterial.random(digest.length), bits / 8));
    }

    boolean verify(Key publicKey, int bits, byte[] digest, byte[] signature)
            throws GeneralSecurityException {
        if (signature.length != bits / 8) {
            return false;
        }
        if (!isPss) {
            var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.DECRYPT_MODE, publicKey);
            return MessageDigest.isEqual(cipher.doFinal(signature), digestInfo(digest));
        }
        var cipher = Cipher.getInstance("RSA/ECB/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, publicKey);
        return fits(cipher.doFinal(signature), digest);
    }

    /// "DigestInfo": which hash it is, and the hash.
    private byte[] digestInfo(byte[] digest) {
        var prefix =
                HexFormat.of()
                        .parseHex(
                                switch (hash) {
                                    case "SHA-256" -> "3031300d060960864801650304020105000420";
                                    case "SHA-384" -> "3041300d060960864801650304020205000430";
                                    case "SHA-512" -> "3051300d060960864801650304020305000440";
                                    default -> throw new IllegalArgumentException(hash);
                                });
        return ByteBuffer.allocate(prefix.length + digest.length).put(prefix).put(digest).array();
    }

    /// EMSA-PSS-ENCODE, of a modulus whose bits are a multiple of eight.
    private byte[] encoded(byte[] digest, byte[] salt, int length) throws GeneralSecurityException {
        var hashed = hashed(digest, salt);
        var masked = new byte[length - hashed.length - 1];
        masked[masked.length - salt.length - 1] = 1;
        System.arraycopy(salt, 0, masked, masked.length - salt.length, salt.length);
        mask(masked, hashed);
        masked[0] &= 0x7F;
        return ByteBuffer.allocate(length).put(masked).put(hashed).put(TRAILER).array();
    }

    /// EMSA-PSS-VERIFY.
    private boolean fits(byte[] encoded, byte[] digest) throws GeneralSecurityException {
        var hashLength = digest.length;
        var split = encoded.length - hashLength - 1;
        if (encoded[encoded.length - 1] != TRAILER || (encoded[0] & 0x80) != 0) {
            return false;
        }
        var masked = Arrays.copyOf(encoded, split);
        var hashed = Arrays.copyOfRange(encoded, split, encoded.length - 1);
        mask(masked, hashed);
        masked[0] &= 0x7F;
        var padding = masked.length - hashLength - 1;
        for (int i = 0; i < padding; i++) {
            if (masked[i] != 0) {
                return false;
            }
        }
        var salt = Arrays.copyOfRange(masked, padding + 1, masked.length);
        return masked[padding] == 1 && MessageDigest.isEqual(hashed, hashed(digest, salt));
    }

    private byte[] hashed(byte[] digest, byte[] salt) throws GeneralSecurityException {
        var hasher = MessageDigest.getInstance(hash);
        hasher.update(new byte[8]);
        hasher.update(digest);
        return hasher.digest(salt);
    }

    /// MGF1.
    private void mask(byte[] data, byte[] seed) throws GeneralSecurityException {
        var hasher = MessageDigest.getInstance(hash);
        for (int at = 0, count = 0; at < data.length; count++) {
            hasher.update(seed);
            var block = hasher.digest(ByteBuffer.allocate(4).putInt(count).array());
            for (int i = 0; i < block.length && at < data.length; i++, at++) {
                data[at] ^= block[i];
            }
        }
    }
}
