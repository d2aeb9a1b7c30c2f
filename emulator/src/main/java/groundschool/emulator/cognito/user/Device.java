package groundschool.emulator.cognito.user;

import java.time.Instant;
import java.util.Optional;

/// Something that somebody signs in with, and that the pool knows again.
///
/// @param key the Region, `_` and a UUID
/// @param verifier of a password that only the device has
/// @param remembered absent while the user was not asked
/// @param address where it was last seen
public record Device(
        String key,
        Optional<String> name,
        Verifier verifier,
        Optional<Boolean> remembered,
        String address,
        Instant createdAt,
        Instant modifiedAt,
        Instant authenticatedAt) {

    public Device remembered(boolean wanted, Instant now) {
        return new Device(
                key, name, verifier, Optional.of(wanted), address, createdAt, now, authenticatedAt);
    }

    public Device seen(String from, Instant now) {
        return new Device(key, name, verifier, remembered, from, createdAt, modifiedAt, now);
    }
}
