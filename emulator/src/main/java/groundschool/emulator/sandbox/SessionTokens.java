package groundschool.emulator.sandbox;

import groundschool.emulator.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Temporary credentials: the token says, sealed, which key it belongs to and whose it is, so that
/// nothing has to be kept of the thousands that roles give out.
final class SessionTokens {

    private static final int REMEMBERED = 1_000;
    private final Supplier<Seal> seal;
    private final RandomNames names;

    /// The last tokens that were read: a client sends the same one with each request.
    private final Map<String, AccessKey> read =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, AccessKey> eldest) {
                    return size() > REMEMBERED;
                }
            };

    SessionTokens(Supplier<Seal> seal, RandomNames names) {
        this.seal = seal;
        this.names = names;
    }

    private record Content(String id, String secret, String sandbox, Principal principal) {

        /// Here, so that it is made when a token is first needed: no start has to wait for it.
        private static final JsonMapper JSON = JsonMapper.builder().build();
    }

    TemporaryKey issue(Principal principal, String sandbox) {
        var id = names.temporaryKeyId();
        var secret = names.secret();
        var content = new Content(id, secret, sandbox, principal);
        return new TemporaryKey(
                id, secret, seal.get().seal(Content.JSON.writeValueAsString(content)));
    }

    /// The key that a token belongs to; nothing if it is none of ours.
    Optional<AccessKey> read(String token) {
        synchronized (read) {
            var known = read.get(token);
            if (known != null) {
                return Optional.of(known);
            }
        }
        var key = seal.get().open(token).flatMap(SessionTokens::key);
        key.ifPresent(found -> {
            synchronized (read) {
                read.put(token, found);
            }
        });
        return key;
    }

    private static Optional<AccessKey> key(String text) {
        try {
            var content = Content.JSON.readValue(text, Content.class);
            return Optional.of(
                    new AccessKey(
                            content.id(),
                            content.secret(),
                            content.principal(),
                            content.sandbox()));
        } catch (JacksonException e) {
            // Sealed by us, but no token: an encoded message, say.
            return Optional.empty();
        }
    }
}
