package groundschool.emulator.wire;

import java.util.Locale;
import java.util.Set;

/// Tells the names of this machine from those that somebody else's page may have made to lead here
/// (DNS rebinding).
public final class HostName {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private HostName() {}

    /// Whether a name is `localhost`, ends in `.localhost`, or is a loopback address.
    ///
    /// @param host without a port; an IPv6 address in brackets
    public static boolean isLoopback(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(name) || name.endsWith(".localhost");
    }

    /// The name in a `Host` header, without its port.
    public static String withoutPort(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
    }
}
