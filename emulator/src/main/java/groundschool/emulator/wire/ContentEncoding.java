package groundschool.emulator.wire;

import groundschool.emulator.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// Unpacks bodies that clients send compressed. The signature is about the body as it was sent.
///
/// Source: [Compression](https://docs.aws.amazon.com/sdkref/latest/guide/feature-compression.html);
/// that what cannot be unpacked is an internal error, to DynamoDB, is known from the tests of
/// ScyllaDB's Alternator, which were run against it
public final class ContentEncoding {

    private ContentEncoding() {}

    /// The body as it was before it was sent, or nothing if it is longer than the limit.
    ///
    /// @throws groundschool.emulator.AwsException if it cannot be unpacked
    public static Optional<byte[]> unpack(HttpRequest request, byte[] body, long limitBytes) {
        return switch (request.headers()
                .first("Content-Encoding")
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT)) {
            case "gzip" -> gunzip(body, limitBytes);
            // Some old clients say that they speak Amazon's first JSON.
            case "", "identity", "amz-1.0" -> Optional.of(body);
            default -> throw CoralErrors.internal();
        };
    }

    private static Optional<byte[]> gunzip(byte[] body, long limitBytes) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            var unpacked = in.readNBytes((int) limitBytes + 1);
            return unpacked.length > limitBytes ? Optional.empty() : Optional.of(unpacked);
        } catch (IOException broken) {
            throw CoralErrors.internal();
        }
    }
}
