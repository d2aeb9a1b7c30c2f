package groundschool.emulator.cognito.federation;

import java.util.Map;

/// What an identity provider says of somebody.
///
/// @param claims by name
/// @param sources the same by where it was said, as functions are shown it: `idToken`, `userInfo`
///   and the like
public record Vouched(Map<String, String> claims, Map<String, Map<String, String>> sources) {

    public Vouched {
        claims = Map.copyOf(claims);
        sources = Map.copyOf(sources);
    }
}
