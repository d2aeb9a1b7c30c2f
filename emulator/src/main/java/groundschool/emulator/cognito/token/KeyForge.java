package groundschool.emulator.cognito.token;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;

/// Makes the keys of new pools ahead of the first sign-in: RSA keys take long to find, and longer
/// where the machine is busy.
///
/// One thread makes them, one pool after another. Whoever needs keys that it has not begun makes
/// them at once, and whoever needs keys that it is at waits for them, so that none are made twice.
public final class KeyForge {

    private static final ExecutorService SMITH =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("pool-keys").factory());

    private final SecureRandom random;
    private final Map<String, FutureTask<PoolKeys>> begun = new ConcurrentHashMap<>();

    public KeyForge(SecureRandom random) {
        this.random = random;
    }

    /// Has the keys of a pool made in the background.
    ///
    /// @param isWanted whether there still is such a pool when it is its turn
    /// @param whenMade what is done then, in that thread
    public void begin(String poolId, BooleanSupplier isWanted, Runnable whenMade) {
        var task = new FutureTask<>(() -> PoolKeys.fresh(random));
        begun.put(poolId, task);
        SMITH.execute(() -> {
            if (isWanted.getAsBoolean()) {
                task.run();
                whenMade.run();
            }
            begun.remove(poolId);
        });
    }

    /// The keys of a pool, as soon as they are there.
    public PoolKeys take(String poolId) {
        var task =
                begun.computeIfAbsent(poolId, _ -> new FutureTask<>(() -> PoolKeys.fresh(random)));
        task.run();
        try {
            return task.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return PoolKeys.fresh(random);
        } catch (ExecutionException ours) {
            throw new IllegalStateException(ours.getCause());
        }
    }
}
