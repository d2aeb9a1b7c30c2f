package groundschool.emulator;

import groundschool.emulator.sandbox.StorageException;
import groundschool.emulator.wire.CoralErrors;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A way in over HTTP: one for each family of protocols.
abstract sealed class Door
        permits CborDoor, HostDoor, JsonDoor, LinkDoor, QueryDoor, RestDoor, S3Door {

    private static final Logger LOG = LoggerFactory.getLogger(Emulator.class);

    /// Answers a request. Whatever goes wrong becomes an answer in AWS's form.
    abstract HttpResponse answer(HttpRequest request, String requestId);

    /// The body, or nothing if it is longer than the limit.
    static Optional<byte[]> read(HttpRequest request, long limitBytes) throws IOException {
        try (var in = request.body()) {
            var body = in.readNBytes((int) limitBytes + 1);
            return body.length > limitBytes ? Optional.empty() : Optional.of(body);
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
