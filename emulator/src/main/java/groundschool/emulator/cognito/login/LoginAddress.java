package groundschool.emulator.cognito.login;

import groundschool.emulator.cognito.pool.Pool;
import java.net.URI;

/// Where a pool's pages are.
public final class LoginAddress {

    private LoginAddress() {}

    /// @param emulator where clients reach it
    /// @return without a slash at the end; of a pool that has no domain, its path on the host that
    ///   all share
    public static String of(Pool pool, URI emulator) {
        return pool.pages()
                .map(domain -> of(domain, pool, emulator))
                .orElseGet(() -> emulator + "/" + pool.id());
    }

    /// The same under one of its domains. Unlike on AWS, one of the owner's own is below
    /// `localhost` as well.
    static String of(String domain, Pool pool, URI emulator) {
        return "%s://%s.auth.%s.localhost%s"
                .formatted(
                        emulator.getScheme(),
                        domain,
                        pool.region(),
                        emulator.getPort() < 0 ? "" : ":" + emulator.getPort());
    }
}
