package groundschool.emulator.cognito.login;

import groundschool.emulator.sandbox.Key;
import java.util.Optional;

/// A name under which a pool has pages.
///
/// @param version 1 for the classic pages, 2 for managed login
public record LoginDomain(String name, String userPoolId, Optional<Integer> version) {

    /// By which it is kept: names are unique in a Region.
    public static Key key(String region, String name) {
        return Key.of(region + "/" + name);
    }
}
