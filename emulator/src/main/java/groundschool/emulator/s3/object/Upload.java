package groundschool.emulator.s3.object;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Bytes on their way into an object. They are read once, and are to be believed only when they
/// have been read to their end.
///
/// @param length in bytes, as the client says; absent if it does not say
/// @param bytes read once; throws what the service says if they are not what was signed
/// @param announced the headers that the client says will follow the bytes, in small letters
/// @param trailers what followed the bytes, by header in small letters; whole once they are read
public record Upload(
        Optional<Long> length,
        InputStream bytes,
        List<String> announced,
        Supplier<Map<String, String>> trailers) {

    public Upload {
        announced = List.copyOf(announced);
    }

    /// Bytes at hand.
    public static Upload of(byte[] bytes) {
        return new Upload(
                Optional.of((long) bytes.length),
                new ByteArrayInputStream(bytes),
                List.of(),
                Map::of);
    }
}
