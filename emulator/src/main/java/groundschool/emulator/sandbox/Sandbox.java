package groundschool.emulator.sandbox;

import groundschool.emulator.Service;
import groundschool.emulator.Services;
import groundschool.emulator.sandbox.Storage.Checkpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// One learner's AWS account: its services' state, its clock, its ledger.
public final class Sandbox {

    private static final AtomicLong PLACES = new AtomicLong();

    private final String id;
    private final String account;
    private final Storage storage;
    private final SandboxClock clock;
    private final Ledger ledger;
    private final Blobs blobs;
    private final SandboxKeys keys;
    private final RandomGenerator random;
    private final Function<Sandbox, Services> serving;
    private final Map<String, Opened> states = new ConcurrentHashMap<>();
    private final String place;
    private volatile long lastUsed = System.nanoTime();

    Sandbox(
            String id,
            String account,
            Storage storage,
            SandboxClock clock,
            Ledger ledger,
            Blobs blobs,
            SandboxKeys keys,
            RandomGenerator random,
            Function<Sandbox, Services> serving) {
        this.id = id;
        this.place = id + "/" + PLACES.incrementAndGet();
        this.account = account;
        this.storage = storage;
        this.clock = clock;
        this.ledger = ledger;
        this.blobs = blobs;
        this.keys = keys;
        this.random = random;
        this.serving = serving;
    }

    /// Unique in this emulator; forks have the id of what they are a copy of.
    public String id() {
        return id;
    }

    /// What tells it from its forks, too, in this process: what runs for one must not serve the
    /// other.
    public String place() {
        return place;
    }

    /// Twelve digits, which other sandboxes may share.
    public String account() {
        return account;
    }

    public Storage storage() {
        return storage;
    }

    public SandboxClock clock() {
        return clock;
    }

    public Ledger ledger() {
        return ledger;
    }

    /// What it holds that is too long for its log.
    public Blobs blobs() {
        return blobs;
    }

    /// Where access keys to it are made.
    public SandboxKeys keys() {
        return keys;
    }

    public RandomGenerator random() {
        return random;
    }

    /// Lets reads that need not be consistent see what was true up to so long ago: how long is
    /// drawn anew for each. Not kept: it ends with the process.
    ///
    /// @param most zero, as at first, if they see what is true now
    /// @param seed the same draws the same
    public void staleReads(Duration most, long seed) {
        storage.keepPast(most, seed, clock::now);
    }

    /// Its services, for those that call each other.
    public Services services() {
        return serving.apply(this);
    }

    /// The state of a service in this sandbox, opened when first asked for.
    ///
    /// To be asked for in the transition that uses it: rewinding, and leaving memory, drop it.
    @SuppressWarnings("unchecked") // a service's name stands for its type of state
    public <S> S state(Service<S> service) {
        var opened = Optional.ofNullable(states.get(service.name()));
        return (S) opened.orElseGet(() -> open(service)).state;
    }

    /// Marks where the sandbox stands, durably; `rewind` comes back here.
    public Checkpoint checkpoint() {
        return storage.checkpoint();
    }

    /// Lets go of a checkpoint, so that what only it holds can be forgotten.
    public void release(Checkpoint checkpoint) {
        storage.release(checkpoint);
    }

    /// Brings the services and the clock back to the checkpoint, in one durable step; the ledger
    /// goes on. To undo it, rewind to a checkpoint made just before.
    ///
    /// @throws java.util.NoSuchElementException if the checkpoint has been released
    public void rewind(Checkpoint checkpoint) {
        storage.transition(() -> {
            storage.rewind(checkpoint);
            var opened = List.copyOf(states.values());
            states.clear();
            clock.forget();
            // So that they schedule again what is due now.
            opened.forEach(each -> open(each.service));
        });
    }

    /// Opens those services that have work to do although nobody calls them: a fork has opened
    /// none, and knows of nothing that is due.
    public void wakeServices() {
        storage.transition(() -> services().busyOnes().forEach(this::open));
    }

    /// Under the storage's lock, as the transitions that ask for it: opening may read and write.
    private <S> Opened open(Service<S> service) {
        return storage.transition(() -> {
            var known = states.get(service.name());
            if (known != null) {
                return known;
            }
            var state = service.open(this);
            var opened = new Opened(service, state);
            states.put(service.name(), opened);
            service.wake(state, services());
            services().busyOnes().forEach(this::open);
            return opened;
        });
    }

    /// When somebody last asked for it, by `System.nanoTime`.
    long lastUsed() {
        return lastUsed;
    }

    void use() {
        lastUsed = System.nanoTime();
    }

    boolean isAwake() {
        return storage.isAwake();
    }

    /// Leaves memory if nothing needs it there: no call, nobody who follows its ledger, and no work
    /// that is due later. What it has on disk comes back when it is next used.
    boolean sleep() {
        return storage.sleep(this::prepareToSleep);
    }

    /// Ends all use of it.
    void close() {
        clock.forget();
        storage.close();
        blobs.close();
        ledger.sleep();
    }

    private boolean prepareToSleep() {
        if (clock.hasWaitingWork() || ledger.isFollowed()) {
            return false;
        }
        states.clear();
        ledger.sleep();
        return true;
    }

    private record Opened(Service<?> service, Object state) {}
}
