package groundschool.emulator.iam.credential;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Certificates and private keys as text.
///
/// Source: [RFC 7468](https://www.rfc-editor.org/rfc/rfc7468)
public final class Pem {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    /// What PKCS #8 puts before the octets of a key in PKCS #1: a version and RSA's number.
    private static final String RSA = "020100300d06092a864886f70d0101010500";

    private static final int PROBE_BYTES = 32;

    private Pem() {}

    private record Block(String kind, byte[] bytes) {}

    /// @return empty if it is anything but certificates
    public static List<X509Certificate> certificates(String text) {
        var found = new ArrayList<X509Certificate>();
        for (var block : blocks(text)) {
            var certificate = certificate(block);
            if (certificate.isEmpty()) {
                return List.of();
            }
            found.add(certificate.get());
        }
        return found;
    }

    private static Optional<X509Certificate> certificate(Block block) {
        try {
            return block.kind.equals("CERTIFICATE")
                            && CertificateFactory.getInstance("X.509")
                                            .generateCertificate(
                                                    new ByteArrayInputStream(block.bytes))
                                    instanceof X509Certificate certificate
                    ? Optional.of(certificate)
                    : Optional.empty();
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    /// @return nothing if it is no private key, or one under a password
    public static Optional<PrivateKey> privateKey(String text) {
        var blocks = blocks(text);
        if (blocks.size() != 1) {
            return Optional.empty();
        }
        var bytes = blocks.getFirst().bytes;
        return switch (blocks.getFirst().kind) {
            case "PRIVATE KEY" -> key("RSA", bytes).or(() -> key("EC", bytes));
            case "RSA PRIVATE KEY" -> key("RSA", pkcs8(bytes));
            default -> Optional.empty();
        };
    }

    private static Optional<PrivateKey> key(String algorithm, byte[] bytes) {
        try {
            return Optional.of(
                    KeyFactory.getInstance(algorithm)
                            .generatePrivate(new PKCS8EncodedKeySpec(bytes)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static byte[] pkcs8(byte[] pkcs1) {
        return tagged(0x30, join(HexFormat.of().parseHex(RSA), tagged(0x04, pkcs1)));
    }

    private static byte[] tagged(int tag, byte[] content) {
        var length = content.length;
        return join(
                new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length}, content);
    }

    private static byte[] join(byte[] first, byte[] second) {
        var both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /// Whether a private key belongs to a public one: what one signs, the other verifies.
    public static boolean fit(PrivateKey secret, PublicKey open) {
        if (!secret.getAlgorithm().equals(open.getAlgorithm())) {
            return false;
        }
        try {
            var algorithm = secret.getAlgorithm().equals("RSA") ? "RSA" : "ECDSA";
            var probe = new byte[PROBE_BYTES];
            new SecureRandom().nextBytes(probe);
            var signing = Signature.getInstance("SHA256with" + algorithm);
            signing.initSign(secret);
            signing.update(probe);
            var verifying = Signature.getInstance("SHA256with" + algorithm);
            verifying.initVerify(open);
            verifying.update(probe);
            return verifying.verify(signing.sign());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /// @return empty if there is anything but such blocks
    private static List<Block> blocks(String text) {
        var matcher = BLOCK.matcher(text);
        var found = new ArrayList<Block>();
        var rest = new StringBuilder();
        var end = 0;
        while (matcher.find()) {
            rest.append(text, end, matcher.start());
            end = matcher.end();
            try {
                var bytes =
                        Base64.getDecoder()
                                .decode(
                                        matcher.group(2)
                                                .replaceAll("\\s", "")
                                                .getBytes(StandardCharsets.US_ASCII));
                found.add(new Block(matcher.group(1), bytes));
            } catch (IllegalArgumentException e) {
                return List.of();
            }
        }
        rest.append(text, end, text.length());
        return rest.toString().isBlank() ? found : List.of();
    }
}
