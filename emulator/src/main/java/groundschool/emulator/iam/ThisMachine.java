package groundschool.emulator.iam;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/// Where outgoing requests may go: the machine that this runs on.
public final class ThisMachine {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private ThisMachine() {}

    /// Whether a URL of HTTP is one of this machine's.
    public static boolean isAt(String url) {
        try {
            var uri = new URI(url);
            return Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
                    && uri.getUserInfo() == null
                    && NAMES.contains(String.valueOf(uri.getHost()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
