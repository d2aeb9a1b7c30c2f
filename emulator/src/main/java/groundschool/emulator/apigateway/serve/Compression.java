package groundschool.emulator.apigateway.serve;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Packs answers for clients that take them packed, and unpacks what they send, where an API sets a
/// size from which on it does so.
///
/// Source: [Enable payload
/// compression](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html)
final class Compression {

    private Compression() {}

    private static Optional<Integer> least(Deployments.Staged staged) {
        return staged.served().snapshot().api().minimumCompressionSize();
    }

    static Outgoing packed(Outgoing answer, Incoming request, Deployments.Staged staged) {
        boolean takes =
                request.headers().all("Accept-Encoding").stream()
                        .anyMatch(value -> value.contains("gzip"));
        if (!takes
                || answer.headers().last("Content-Encoding").isPresent()
                || answer.body().length == 0
                || least(staged).filter(size -> answer.body().length >= size).isEmpty()) {
            return answer;
        }
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Outgoing(
                answer.status(),
                answer.headers().with("Content-Encoding", "gzip"),
                bytes.toByteArray());
    }

    /// @throws Trouble if it is not packed as it says, or too long once it is unpacked
    static Incoming unpacked(Incoming request, Deployments.Staged staged) {
        var encoding = request.headers().last("Content-Encoding").filter("gzip"::equalsIgnoreCase);
        if (encoding.isEmpty() || least(staged).isEmpty()) {
            return request;
        }
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(request.body()))) {
            var body = gzip.readNBytes(RestServing.MOST_BYTES + 1);
            if (body.length > RestServing.MOST_BYTES) {
                throw Trouble.tooLarge();
            }
            return request.with(request.headers().without("Content-Encoding"), body);
        } catch (IOException _) {
            throw Trouble.badBody();
        }
    }
}
