package groundschool.emulator.cognitoidentity;

import groundschool.emulator.Call;
import java.util.Optional;
import java.util.UUID;

/// The IDs of pools and identities: a Region and a UUID.
///
/// Unlike on AWS, an identity's begins as its pool's does, by which a request without a signature
/// finds its sandbox; what is left are 74 bits that nobody guesses.
public final class PoolIds {

    /// Of the text of a UUID: 48 bits.
    private static final int SHARED = 13;

    private PoolIds() {}

    static String pool(Call call) {
        return call.region() + ":" + uuid(call);
    }

    static String identity(String poolId, Call call) {
        var at = poolId.indexOf(':') + 1;
        return poolId.substring(0, at + SHARED) + uuid(call).substring(SHARED);
    }

    /// The name by which a sandbox is found that has the pool, or the pool of the identity.
    static Optional<String> claim(String id) {
        var at = id.indexOf(':') + 1;
        return id.length() < at + SHARED
                ? Optional.empty()
                : Optional.of("identity-pool:" + id.substring(0, at + SHARED));
    }

    /// The Region that an ID says.
    public static String region(String id) {
        return id.substring(0, Math.max(0, id.indexOf(':')));
    }

    private static String uuid(Call call) {
        var high = call.random().nextLong() & ~0xF000L | 0x4000L;
        var low = call.random().nextLong() & ~(0xC0L << 56) | 0x80L << 56;
        return new UUID(high, low).toString();
    }
}
