package groundschool.emulator.iam.credential;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// A public key of RSA, in the two forms that IAM reads and writes.
///
/// Source: [RFC 4253, 6.6](https://www.rfc-editor.org/rfc/rfc4253#section-6.6);
/// [UploadSSHPublicKey](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UploadSSHPublicKey.html)
public record RsaPublicKey(BigInteger exponent, BigInteger modulus) {

    private static final String KIND = "ssh-rsa";
    private static final Pattern SSH = Pattern.compile("ssh-rsa\\s+([A-Za-z0-9+/=]+)(\\s.*)?");
    private static final Pattern PEM =
            Pattern.compile(
                    "-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");
    private static final int FEWEST_BITS = 2048;
    private static final int MOST_BITS = 16_384;

    /// @return nothing if it is in neither form, or is shorter than 2,048 bits
    public static Optional<RsaPublicKey> of(String body) {
        var ssh = SSH.matcher(body.strip());
        var pem = PEM.matcher(body.strip());
        try {
            var key =
                    ssh.matches()
                            ? ofSsh(Base64.getDecoder().decode(ssh.group(1)))
                            : pem.matches()
                                    ? ofPem(
                                            Base64.getDecoder()
                                                    .decode(pem.group(1).replaceAll("\\s", "")))
                                    : Optional.<RsaPublicKey>empty();
            return key.filter(each ->
                    each.modulus.bitLength() >= FEWEST_BITS
                            && each.modulus.bitLength() <= MOST_BITS);
        } catch (IllegalArgumentException | BufferUnderflowException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Optional<RsaPublicKey> ofSsh(byte[] bytes) {
        var blob = ByteBuffer.wrap(bytes);
        var kind = new String(part(blob), StandardCharsets.US_ASCII);
        var exponent = new BigInteger(part(blob));
        var modulus = new BigInteger(part(blob));
        return kind.equals(KIND) && exponent.signum() > 0 && modulus.signum() > 0
                ? Optional.of(new RsaPublicKey(exponent, modulus))
                : Optional.empty();
    }

    private static byte[] part(ByteBuffer blob) {
        var length = blob.getInt();
        if (length < 0 || length > blob.remaining()) {
            throw new BufferUnderflowException();
        }
        var part = new byte[length];
        blob.get(part);
        return part;
    }

    private static Optional<RsaPublicKey> ofPem(byte[] bytes) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes))
                        instanceof RSAPublicKey key
                ? Optional.of(new RsaPublicKey(key.getPublicExponent(), key.getModulus()))
                : Optional.empty();
    }

    /// As `ssh-rsa …`.
    public String ssh() {
        return KIND + " " + Base64.getEncoder().encodeToString(blob());
    }

    /// As PEM.
    public String pem() {
        try {
            var key =
                    KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(modulus, exponent));
            var lines =
                    Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                            .encodeToString(key.getEncoded());
            return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n".formatted(lines);
        } catch (GeneralSecurityException everyJdkHasRsa) {
            throw new IllegalStateException(everyJdkHasRsa);
        }
    }

    /// The MD5 digest of the blob, byte by byte in hexadecimal.
    public String fingerprint() {
        try {
            return HexFormat.ofDelimiter(":")
                    .formatHex(MessageDigest.getInstance("MD5").digest(blob()));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private byte[] blob() {
        var kind = KIND.getBytes(StandardCharsets.US_ASCII);
        var e = exponent.toByteArray();
        var n = modulus.toByteArray();
        return ByteBuffer.allocate(3 * Integer.BYTES + kind.length + e.length + n.length)
                .putInt(kind.length)
                .put(kind)
                .putInt(e.length)
                .put(e)
                .putInt(n.length)
                .put(n)
                .array();
    }
}
