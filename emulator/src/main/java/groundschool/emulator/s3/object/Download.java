package groundschool.emulator.s3.object;

import java.io.InputStream;

/// Bytes on their way out of an object.
///
/// @param length in bytes
/// @param bytes read once, then closed by whoever sends them
public record Download(long length, InputStream bytes) {

    /// An answer that has some.
    public interface Carrier {
        Download body();
    }
}
