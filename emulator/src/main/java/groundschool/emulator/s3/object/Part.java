package groundschool.emulator.s3.object;

import java.util.List;
import java.util.Optional;

/// One part of an object that was uploaded in parts.
///
/// @param number from 1 to 10,000
/// @param checksum in base64; absent if the upload has none for its parts
public record Part(int number, long sizeBytes, Optional<String> checksum, List<Segment> segments) {
    public Part {
        segments = List.copyOf(segments);
    }
}
