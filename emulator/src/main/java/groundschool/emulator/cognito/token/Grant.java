package groundschool.emulator.cognito.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// That somebody signed in, and what tokens stand for it.
///
/// @param origin what its tokens have in common
/// @param scopes of its access tokens
/// @param token the id of the refresh token that is good now
/// @param before that of the one before, which is still good for a moment
/// @param beforeUntil when that moment is over
/// @param device the key of the device that it was on, where the pool knows devices
/// @param event the id that all its tokens carry, and the events of threat protection
public record Grant(
        String origin,
        String username,
        String clientId,
        List<String> scopes,
        Instant authTime,
        Instant expiresAt,
        String token,
        Optional<String> before,
        Optional<Instant> beforeUntil,
        Optional<String> device,
        Optional<String> event) {

    public Grant {
        scopes = List.copyOf(scopes);
    }

    /// The same with the next refresh token.
    ///
    /// @param until when the one that it replaces ends
    public Grant rotated(String next, Instant until) {
        return new Grant(
                origin,
                username,
                clientId,
                scopes,
                authTime,
                expiresAt,
                next,
                Optional.of(token),
                Optional.of(until),
                device,
                event);
    }
}
