package groundschool.emulator.cognito.login;

import groundschool.emulator.cognito.Hashes;
import groundschool.emulator.sandbox.Key;
import java.util.HexFormat;
import java.util.Optional;

/// A name under which a pool has pages.
///
/// @param version 1 for the classic pages, 2 for managed login
/// @param custom how it is secured; absent for a prefix of Cognito's own domain
public record LoginDomain(
        String name, String userPoolId, Optional<Integer> version, Optional<Custom> custom) {

    /// What an owner says of a domain of their own.
    public record Custom(String certificateArn, Optional<String> securityPolicy) {}

    /// By which it is kept: names are unique in a Region.
    public static Key key(String region, String name) {
        return Key.of(region + "/" + name);
    }

    /// Whether it has managed login rather than the classic pages.
    public boolean isManaged() {
        return version.equals(Optional.of(2));
    }

    /// Where an owner's domain has to lead; absent for a prefix. Unlike on AWS nothing is there.
    public Optional<String> distribution() {
        return custom.map(_ ->
                "d%s.cloudfront.net"
                        .formatted(
                                HexFormat.of()
                                        .formatHex(Hashes.sha256(Hashes.utf8(name)))
                                        .substring(0, 13)));
    }
}
