package groundschool.emulator.iam.mfa;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// A QR code as a picture, by which an authenticator application takes a seed.
///
/// Source: [PNG](https://www.w3.org/TR/png-3/),
/// [VirtualMFADevice](https://docs.aws.amazon.com/IAM/latest/APIReference/API_VirtualMFADevice.html)
public final class QrCode {

    private static final int PIXELS_PER_MODULE = 4;
    private static final int QUIET_MODULES = 4;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int GREY = 0;
    private static final int ONE_BIT = 1;

    private QrCode() {}

    /// The picture for a device.
    ///
    /// @param account as the application shows it: the account's alias, or its number
    public static byte[] png(MfaDevice device, String account) {
        return png(
                "otpauth://totp/%s@%s?secret=%s".formatted(device.name(), account, device.seed()));
    }

    private static byte[] png(String text) {
        var code =
                io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
        var size = (code.size + 2 * QUIET_MODULES) * PIXELS_PER_MODULE;
        try {
            var bytes = new ByteArrayOutputStream();
            var out = new DataOutputStream(bytes);
            out.write(SIGNATURE);
            chunk(out, "IHDR", header(size));
            chunk(out, "IDAT", pixels(code, size));
            chunk(out, "IEND", new byte[0]);
            return bytes.toByteArray();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private static byte[] header(int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(size);
        out.writeInt(size);
        out.write(new byte[] {ONE_BIT, GREY, 0, 0, 0});
        return bytes.toByteArray();
    }

    /// Rows from the top, each a zero for "not filtered" and then eight pixels in a byte, white
    /// being 1.
    private static byte[] pixels(io.nayuki.qrcodegen.QrCode code, int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            for (var y = 0; y < size; y++) {
                var row = new byte[1 + (size + Byte.SIZE - 1) / Byte.SIZE];
                for (var x = 0; x < size; x++) {
                    if (!code.getModule(module(x), module(y))) {
                        row[1 + x / Byte.SIZE] |= (byte) (0x80 >> x % Byte.SIZE);
                    }
                }
                out.write(row);
            }
        }
        return bytes.toByteArray();
    }

    private static int module(int pixel) {
        return pixel / PIXELS_PER_MODULE - QUIET_MODULES;
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
