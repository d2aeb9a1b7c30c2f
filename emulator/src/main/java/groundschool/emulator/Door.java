package groundschool.emulator;

import groundschool.emulator.sandbox.StorageException;
import groundschool.emulator.wire.CoralErrors;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A way in over HTTP: one for each family of protocols.
abstract sealed class Door
        permits CborDoor, DiscoveryDoor, HostDoor, JsonDoor, LinkDoor, QueryDoor, RestDoor, S3Door {

    private static final Logger LOG = LoggerFactory.getLogger(Emulator.class);

    /// Answers a request. Whatever goes wrong becomes an answer in AWS's form.
    abstract HttpResponse answer(HttpRequest request, String requestId);

    /// The body, or nothing if it is longer than the limit.
    static Optional<byte[]> read(HttpRequest request, long limitBytes) throws IOException {
        if (request.body() instanceof BodyAtHand whole && whole.isUnread()) {
            return Optional.of(whole.bytes()).filter(bytes -> bytes.length <= limitBytes);
        }
        try (var in = request.body()) {
            var announced = new byte[announced(request, limitBytes)];
            int length = in.readNBytes(announced, 0, announced.length);
            int next = length < announced.length ? -1 : in.read();
            if (next < 0) {
                return Optional.of(
                        length == announced.length ? announced : Arrays.copyOf(announced, length));
            }
            // Longer than was said, or nothing was said.
            var more = in.readNBytes((int) limitBytes - length);
            if (length + 1 + more.length > limitBytes) {
                return Optional.empty();
            }
            var whole = Arrays.copyOf(announced, length + 1 + more.length);
            whole[length] = (byte) next;
            System.arraycopy(more, 0, whole, length + 1, more.length);
            return Optional.of(whole);
        }
    }

    /// How long the body is to be, so that room is made for no more; 0 if that is not said, or is
    /// more than the limit.
    private static int announced(HttpRequest request, long limitBytes) {
        try {
            long length = Long.parseLong(request.headers().first("Content-Length").orElse("0"));
            return length > 0 && length <= limitBytes ? (int) length : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /// What the client is told of something that failed here: what it was is for the log.
    ///
    /// @param what the client wanted
    static AwsException failure(Throwable failure, String requestId, String what) {
        if (failure instanceof StorageException) {
            LOG.error("{} {}: {}", requestId, what, failure.getMessage(), failure);
        } else {
            LOG.error("{} {}", requestId, what, failure);
        }
        return CoralErrors.internal();
    }

    static void isGone(IOException gone, String requestId) {
        LOG.debug("{}: the client did not send its request", requestId, gone);
    }
}
