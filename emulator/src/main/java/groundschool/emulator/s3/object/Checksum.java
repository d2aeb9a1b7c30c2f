package groundschool.emulator.s3.object;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// What is remembered of an object's bytes.
///
/// @param value in base64; with a hyphen and the number of parts behind it if it is a checksum of
///   checksums
/// @param type `FULL_OBJECT` or `COMPOSITE`
public record Checksum(ChecksumAlgorithm algorithm, String value, String type) {

    public static final String FULL_OBJECT = "FULL_OBJECT";
    public static final String COMPOSITE = "COMPOSITE";

    /// One of all bytes.
    public static Checksum full(ChecksumAlgorithm algorithm, byte[] value) {
        return new Checksum(algorithm, Base64.getEncoder().encodeToString(value), FULL_OBJECT);
    }

    /// The value, if it is one of that algorithm.
    public Optional<String> value(ChecksumAlgorithm wanted) {
        return algorithm == wanted ? Optional.of(value) : Optional.empty();
    }

    /// A part's share in the checksum of the whole.
    ///
    /// @param value in base64
    public record OfPart(String value, long sizeBytes) {

        byte[] bytes() {
            return Base64.getDecoder().decode(value);
        }
    }

    /// The checksum of an object that was uploaded in parts.
    ///
    /// @param type `FULL_OBJECT`, which only CRCs can, or `COMPOSITE`
    public static Checksum ofParts(ChecksumAlgorithm algorithm, String type, List<OfPart> parts) {
        if (type.equals(FULL_OBJECT)) {
            var whole = parts.getFirst().bytes();
            for (var part : parts.subList(1, parts.size())) {
                whole = Crcs.combine(algorithm, whole, part.bytes(), part.sizeBytes());
            }
            return full(algorithm, whole);
        }
        var all = new ByteArrayOutputStream();
        parts.forEach(part -> all.writeBytes(part.bytes()));
        var running = algorithm.begin();
        running.update(all.toByteArray(), 0, all.size());
        return new Checksum(
                algorithm,
                Base64.getEncoder().encodeToString(running.value()) + "-" + parts.size(),
                COMPOSITE);
    }
}
