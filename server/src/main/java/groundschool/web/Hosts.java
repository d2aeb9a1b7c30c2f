package groundschool.web;

import java.util.List;
import java.util.Locale;

/// The host names by which this server may be called. Any other name means that a page elsewhere
/// has bound its own name to our address (DNS rebinding).
///
/// @param more names besides localhost, 127.0.0.1 and [::1]
public record Hosts(List<String> more) {

    public Hosts {
        more = more.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    /// Whether a `Host` header is one of ours, whatever its port.
    public boolean allow(String header) {
        var name = header.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.equals("127.0.0.1")
                || name.equals("[::1]")
                || more.contains(name);
    }
}
