package groundschool.emulator;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;

/// A key pair with a certificate that it has signed itself, made with nothing but the JDK.
///
/// @param der the certificate
public record SelfSigned(KeyPair keys, byte[] der) {

    private static final String COMMON_NAME = "0603550403";
    private static final String SHA256_WITH_RSA = "300d06092a864886f70d01010b0500";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    /// @param name the subject's
    public static SelfSigned of(String name, Instant from, Instant until) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var keys = generator.generateKeyPair();
            var algorithm = HexFormat.of().parseHex(SHA256_WITH_RSA);
            var subject = named(name);
            var toBeSigned =
                    tagged(
                            0x30,
                            tagged(0x02, BigInteger.valueOf(name.hashCode() | 1L).toByteArray()),
                            algorithm,
                            subject,
                            tagged(0x30, time(from), time(until)),
                            subject,
                            keys.getPublic().getEncoded());
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(toBeSigned);
            var bits = signature.sign();
            var der = tagged(0x30, toBeSigned, algorithm, tagged(0x03, new byte[] {0}, bits));
            return new SelfSigned(keys, der);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The certificate in base64, on one line.
    public String base64() {
        return Base64.getEncoder().encodeToString(der);
    }

    /// The certificate as PEM.
    public String pem() {
        return pem("CERTIFICATE", der);
    }

    /// The private key as PEM, in PKCS #8.
    public String privateKeyPem() {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    public static String pem(String kind, byte[] bytes) {
        var lines =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(bytes);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, lines, kind);
    }

    private static byte[] named(String name) {
        return tagged(
                0x30,
                tagged(
                        0x31,
                        tagged(
                                0x30,
                                HexFormat.of().parseHex(COMMON_NAME),
                                tagged(0x0c, name.getBytes(StandardCharsets.UTF_8)))));
    }

    private static byte[] time(Instant time) {
        return tagged(0x18, TIME.format(time).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        var length = content.size();
        var all = new ByteArrayOutputStream();
        all.write(tag);
        if (length < 0x80) {
            all.write(length);
        } else {
            all.write(0x82);
            all.write(length >> 8);
            all.write(length);
        }
        all.writeBytes(content.toByteArray());
        return all.toByteArray();
    }
}
