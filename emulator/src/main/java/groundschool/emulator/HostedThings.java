package groundschool.emulator;

/// Answers at the names of one kind of thing, of which each is one learner's: buckets, APIs, the
/// URLs of functions. It looks itself for the sandbox and the caller, and sets its own CORS.
///
/// Whoever asks need not be known: `Sandboxes.claimants` finds those that have claimed a name.
public interface HostedThings {

    /// What their hosts call the service, such as `lambda-url`.
    String service();

    /// Answers a request. Whatever goes wrong becomes an answer too.
    HttpResponse answer(Hosted hosted, String requestId);
}
