package groundschool.emulator.cognito.federation;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/// Writes certificates that an RSA key has signed for itself, which the JDK reads but does not
/// write.
///
/// Source: [RFC 5280](https://www.rfc-editor.org/rfc/rfc5280#section-4.1)
final class SelfSigned {

    private static final int INTEGER = 0x02;
    private static final int BITS = 0x03;
    private static final int UTF8 = 0x0c;
    private static final int UTC_TIME = 0x17;
    private static final int TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;

    private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");
    private static final byte[] SHA256_WITH_RSA =
            HexFormat.of().parseHex("300d06092a864886f70d01010b0500");
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    /// "CAs … MUST always encode certificate validity dates through the year 2049 as UTCTime".
    private static final Instant LAST_OF_TWO_DIGITS = Instant.parse("2050-01-01T00:00:00Z");

    private SelfSigned() {}

    /// @param name the common name of subject and issuer
    /// @return in DER
    static byte[] certificate(
            KeyPair keys, String name, BigInteger serial, Instant from, Instant until) {
        try {
            var subject = named(name);
            var toBeSigned =
                    tagged(
                            SEQUENCE,
                            tagged(INTEGER, serial.toByteArray()),
                            SHA256_WITH_RSA,
                            subject,
                            tagged(SEQUENCE, time(from), time(until)),
                            subject,
                            keys.getPublic().getEncoded());
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(toBeSigned);
            return tagged(
                    SEQUENCE,
                    toBeSigned,
                    SHA256_WITH_RSA,
                    tagged(BITS, new byte[] {0}, signature.sign()));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] named(String name) {
        return tagged(
                SEQUENCE,
                tagged(
                        SET,
                        tagged(
                                SEQUENCE,
                                COMMON_NAME,
                                tagged(UTF8, name.getBytes(StandardCharsets.UTF_8)))));
    }

    private static byte[] time(Instant time) {
        var text = SECONDS.format(time);
        return time.isBefore(LAST_OF_TWO_DIGITS)
                ? tagged(UTC_TIME, text.substring(2).getBytes(StandardCharsets.US_ASCII))
                : tagged(TIME, text.getBytes(StandardCharsets.US_ASCII));
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
