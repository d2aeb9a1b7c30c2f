package groundschool.emulator.cognito.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A sign-in that is under way.
///
/// @param username absent if there is no such user and nobody is to see that
/// @param asked the challenge that is to be answered
/// @param data what else the next step needs to know
/// @param rounds the challenges of functions so far
public record AuthSession(
        String id,
        String clientId,
        Optional<String> username,
        String asked,
        Map<String, String> data,
        List<Round> rounds,
        Instant expiresAt) {

    public AuthSession {
        data = Map.copyOf(data);
        rounds = List.copyOf(rounds);
    }

    /// A challenge that was answered.
    public record Round(
            String challengeName, boolean challengeResult, Optional<String> challengeMetadata) {}

    /// Something that the next step needs.
    public String get(String name) {
        return data.getOrDefault(name, "");
    }
}
