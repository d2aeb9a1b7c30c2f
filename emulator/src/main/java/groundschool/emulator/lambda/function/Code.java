package groundschool.emulator.lambda.function;

import java.util.Base64;
import java.util.HexFormat;

/// An archive that was uploaded, as a function's code or as a layer.
///
/// @param blob its name among the sandbox's blobs, which is its SHA-256
/// @param size in bytes
public record Code(String blob, long size) {

    /// As Lambda shows it, in base64.
    public String sha256() {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(blob));
    }
}
