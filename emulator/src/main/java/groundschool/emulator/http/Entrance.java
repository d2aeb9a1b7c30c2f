package groundschool.emulator.http;

import groundschool.emulator.Emulator;
import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.wire.HostName;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who may come in to the emulator.
///
/// Only requests to this machine's own names get through: a page from elsewhere can make a name of
/// its own lead here, but cannot send another name than that.
///
/// @param allowedHosts further names of this machine, in lower case
record Entrance(Emulator emulator, Set<String> allowedHosts) {

    Entrance {
        allowedHosts =
                allowedHosts.stream()
                        .map(host -> host.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// What somebody is answered who calls this machine by a name that it does not have.
    ///
    /// @param authority the name, perhaps with a port, as in the `Host` header
    Optional<HttpResponse> refusal(String authority) {
        var host = HostName.withoutPort(authority);
        return isAllowed(host) ? Optional.empty() : Optional.of(forbidden(host));
    }

    private boolean isAllowed(String host) {
        return HostName.isLoopback(host) || allowedHosts.contains(host.toLowerCase(Locale.ROOT));
    }

    private static HttpResponse forbidden(String host) {
        var sentence =
                "The emulator is not called \"%s\": it answers to localhost, *.localhost, 127.0.0.1, [::1] and what --allowed-host names.\n"
                        .formatted(host.replaceAll("[^A-Za-z0-9.:_-]", "?"));
        return HttpResponse.of(
                403,
                Headers.of("Content-Type", "text/plain; charset=utf-8"),
                sentence.getBytes(StandardCharsets.UTF_8));
    }

    /// The client's address. This machine is called by one name, whether clients find it by IPv4 or
    /// by IPv6: which they do is chance, and no policy should have to say both.
    static String source(SocketAddress address) {
        return address instanceof InetSocketAddress remote
                        && remote.getAddress() != null
                        && !remote.getAddress().isLoopbackAddress()
                ? remote.getAddress().getHostAddress().replaceFirst("%.*", "")
                : HttpRequest.THIS_MACHINE;
    }
}
