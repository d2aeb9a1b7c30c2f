package groundschool.emulator.cognito.token;

import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StorageException;
import groundschool.emulator.sandbox.StoredMap;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// The keys of all pools of one sandbox.
public final class Keyring {

    private final Storage storage;
    private final StoredMap<PoolKeys> keys;
    private final KeyForge forge;
    private final Map<String, Signing> atHand = new ConcurrentHashMap<>();

    public Keyring(Storage storage, SecureRandom random) {
        this.storage = storage;
        this.keys = storage.map("cognito-idp/keys", new JsonFormat<>(PoolKeys.class));
        this.forge = new KeyForge(random);
    }

    /// Has the keys of a new pool made in the background.
    ///
    /// @param isThere whether there is a pool of an id, once the transition that made it is over
    public void begin(Pool pool, Predicate<String> isThere) {
        forge.begin(
                pool.id(), () -> isStanding(pool.id(), isThere), () -> keep(pool.id(), isThere));
    }

    /// The keys that a pool signs with. Those of a new pool are made in the background, those of an
    /// older one, if it has none, here, which takes a moment.
    ///
    /// @throws IllegalStateException outside of a transition if they are not there yet
    public PoolKeys of(String poolId) {
        var key = Key.of(poolId);
        return keys.get(key)
                .orElseGet(() -> {
                    var made = forge.take(poolId);
                    keys.put(key, made);
                    return made;
                });
    }

    /// The same, to work with.
    public Signing signing(Pool pool) {
        var kept = of(pool.id());
        return atHand.compute(
                pool.id(),
                (_, known) -> known != null && known.isOf(kept) ? known : new Signing(kept));
    }

    /// Whether the keys of a pool have been made and are kept.
    public boolean has(Pool pool) {
        return keys.get(Key.of(pool.id())).isPresent();
    }

    /// A pool is no more.
    public void forget(Pool pool) {
        keys.remove(Key.of(pool.id()));
        atHand.remove(pool.id());
    }

    /// A sandbox that was closed meanwhile has no pools: whoever opens it makes keys when they are
    /// needed.
    private boolean isStanding(String poolId, Predicate<String> isThere) {
        try {
            return storage.transition(() -> isThere.test(poolId));
        } catch (StorageException _) {
            return false;
        }
    }

    private void keep(String poolId, Predicate<String> isThere) {
        try {
            storage.transition(() -> Optional.of(poolId).filter(isThere).map(this::of));
        } catch (StorageException _) {
            // As above.
        }
    }
}
