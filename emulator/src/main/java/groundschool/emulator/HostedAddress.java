package groundschool.emulator;

import groundschool.emulator.wire.VirtualHost;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Addresses of things that have a name of their own.
///
/// Browsers and curl find `*.localhost` by themselves; other programs ask the system, which need
/// not know it. Where it does not, the path that stands for the name is given out instead.
public final class HostedAddress {

    private static final long PATIENCE_MILLISECONDS = 500;

    private static final CompletableFuture<Boolean> IS_NAME_KNOWN =
            CompletableFuture.supplyAsync(
                            HostedAddress::isNameKnown, task -> Thread.ofVirtual().start(task))
                    .completeOnTimeout(false, PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);

    private HostedAddress() {}

    /// Where clients reach it, ending in `/`.
    ///
    /// @param emulator where clients reach the emulator
    public static String of(VirtualHost host, URI emulator) {
        return IS_NAME_KNOWN.join() ? byName(host, emulator) : byPath(host, emulator);
    }

    static String byName(VirtualHost host, URI emulator) {
        return "%s://%s.%s%s.localhost%s/"
                .formatted(
                        emulator.getScheme(),
                        host.name(),
                        host.service(),
                        host.region().map(region -> "." + region).orElse(""),
                        emulator.getPort() < 0 ? "" : ":" + emulator.getPort());
    }

    static String byPath(VirtualHost host, URI emulator) {
        return emulator + host.path() + "/";
    }

    private static boolean isNameKnown() {
        try {
            return InetAddress.getByName("any-name.localhost").isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
