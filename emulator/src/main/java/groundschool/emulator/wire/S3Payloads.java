package groundschool.emulator.wire;

import groundschool.emulator.HttpRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/// Bodies as S3 has them: what `x-amz-content-sha256` says of one is held against it while it is
/// read.
final class S3Payloads {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private S3Payloads() {}

    /// @param signer by whom chunks are signed; absent if nobody has signed the request
    static SignedPayload of(HttpRequest request, Optional<S3Signature.ChunkSigner> signer) {
        var said = request.headers().first("x-amz-content-sha256").orElse(S3Signature.UNSIGNED);
        var length = length(request, "Content-Length");
        var trailers = request.headers().all("x-amz-trailer");
        return switch (said) {
            case S3Signature.UNSIGNED -> SignedPayload.plain(request.body(), length);
            case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
                    "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" ->
                    SignedPayload.chunked(request.body(), decoded(request), signer, trailers);
            case "STREAMING-UNSIGNED-PAYLOAD-TRAILER" ->
                    SignedPayload.chunked(
                            request.body(), decoded(request), Optional.empty(), trailers);
            default -> {
                if (!HASH.matcher(said).matches()) {
                    throw S3SignatureErrors.badHash(said);
                }
                yield SignedPayload.hashed(request.body(), length, said);
            }
        };
    }

    private static Optional<Long> decoded(HttpRequest request) {
        var length = length(request, "x-amz-decoded-content-length");
        if (length.isEmpty()) {
            throw S3SignatureErrors.noLength();
        }
        return length;
    }

    private static Optional<Long> length(HttpRequest request, String header) {
        try {
            return request.headers().first(header).map(Long::parseLong).filter(each -> each >= 0);
        } catch (NumberFormatException e) {
            throw S3SignatureErrors.noLength();
        }
    }
}
