package groundschool.emulator.s3.object;

import groundschool.emulator.s3.S3Errors;
import java.util.Optional;
import java.util.regex.Pattern;

/// A piece of an object's bytes that somebody asks for.
///
/// @param from the first byte, from 0
public record ByteRange(long from, long length) {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /// What a `Range` header means for an object; nothing if it is none that S3 takes, which is as
    /// if it were not there.
    ///
    /// @throws groundschool.emulator.AwsException if the object has no such bytes
    public static Optional<ByteRange> of(String header, long size) {
        var range = RANGE.matcher(header.strip());
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            long last = Math.min(Long.parseLong(range.group(2)), size);
            if (last == 0) {
                throw S3Errors.invalidRange(header, size);
            }
            return Optional.of(new ByteRange(size - last, last));
        }
        long from = Long.parseLong(range.group(1));
        long to =
                range.group(2).isEmpty()
                        ? size - 1
                        : Math.min(Long.parseLong(range.group(2)), size - 1);
        if (!range.group(2).isEmpty() && Long.parseLong(range.group(2)) < from) {
            return Optional.empty();
        }
        if (from >= size) {
            throw S3Errors.invalidRange(header, size);
        }
        return Optional.of(new ByteRange(from, to - from + 1));
    }

    /// As the header `Content-Range` says it.
    public String header(long size) {
        return "bytes %d-%d/%d".formatted(from, from + length - 1, size);
    }
}
