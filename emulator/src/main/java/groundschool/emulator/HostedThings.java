package groundschool.emulator;

import java.util.Optional;

/// Answers at the names of one kind of thing, of which each is one learner's: buckets, APIs, the
/// URLs of functions. It looks itself for the sandbox and the caller, and sets its own CORS.
///
/// Whoever asks need not be known: `Sandboxes.claimants` finds those that have claimed a name.
public interface HostedThings {

    /// What their hosts call the service, such as `lambda-url`.
    String service();

    /// Answers a request. Whatever goes wrong becomes an answer too.
    HttpResponse answer(Hosted hosted, String requestId);

    /// What becomes of a request to go on with a WebSocket; nothing if there are none here, so that
    /// it is answered as any other.
    default Optional<Upgrade> upgrade(Hosted hosted) {
        return Optional.empty();
    }
}
