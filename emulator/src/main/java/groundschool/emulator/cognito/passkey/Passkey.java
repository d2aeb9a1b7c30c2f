package groundschool.emulator.cognito.passkey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A key with which somebody signs in instead of a password.
///
/// @param id as the authenticator calls it, in base64url
/// @param key its public half, as COSE, in base64url
/// @param signCount how often it had signed when it was last used
/// @param attachment such as `platform`
public record Passkey(
        String id,
        String username,
        String key,
        long signCount,
        String friendlyName,
        String relyingPartyId,
        Optional<String> attachment,
        List<String> transports,
        Instant createdAt) {

    public Passkey {
        transports = List.copyOf(transports);
    }

    /// The same after it was used.
    Passkey used(long count) {
        return new Passkey(
                id,
                username,
                key,
                count,
                friendlyName,
                relyingPartyId,
                attachment,
                transports,
                createdAt);
    }
}
