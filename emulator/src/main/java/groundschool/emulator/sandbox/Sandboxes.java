package groundschool.emulator.sandbox;

import groundschool.emulator.Principal;
import groundschool.emulator.Services;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Pattern;

/// All sandboxes of an emulator, found by access key. Thousands may exist; those that nobody uses
/// leave memory.
public final class Sandboxes implements AutoCloseable {

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern ACCESS_KEY_ID = Pattern.compile("[A-Za-z0-9_]{16,128}");

    private final SandboxIndex index;
    private final Optional<DataFolder> folder;
    private final Durability durability;
    private final InstantSource wall;
    private final Timer timer = new Timer();
    private final RandomNames names = new RandomNames();
    private final IdleSandboxes idle = new IdleSandboxes(timer);
    private final SessionTokens tokens = new SessionTokens(this::seal, names);
    private final Map<String, Sandbox> opened = new ConcurrentHashMap<>();
    private final AtomicReference<Seal> seal = new AtomicReference<>();
    private volatile Founding founding = (_, _) -> {};
    private volatile Duration staleReads = Duration.ZERO;
    private volatile Function<Sandbox, Services> serving = Services::none;

    private Sandboxes(
            SandboxIndex index,
            Optional<DataFolder> folder,
            Durability durability,
            InstantSource wall) {
        this.index = index;
        this.folder = folder;
        this.durability = durability;
        this.wall = wall;
    }

    /// Sandboxes that are gone when this is closed.
    public static Sandboxes inMemory() {
        return inMemory(InstantSource.system());
    }

    /// Sandboxes that are gone when this is closed.
    ///
    /// @param wall what their clocks run by
    public static Sandboxes inMemory(InstantSource wall) {
        return new Sandboxes(
                new SandboxIndex(Storage.inMemory()), Optional.empty(), Durability.WRITE, wall);
    }

    /// The sandboxes that are kept in that folder, which is made if it is not there.
    ///
    /// @throws DataFolderInUseException if another process uses it
    /// @throws StorageException if it cannot be read or written
    public static Sandboxes at(Path folder, Durability durability) {
        return at(folder, durability, InstantSource.system());
    }

    /// The sandboxes that are kept in that folder.
    ///
    /// @param wall what their clocks run by
    public static Sandboxes at(Path folder, Durability durability, InstantSource wall) {
        var data = DataFolder.open(folder);
        try {
            var index = new SandboxIndex(Storage.at(data.index(), durability));
            for (var removed : index.removed()) {
                data.delete(removed);
                index.forget(removed);
            }
            return new Sandboxes(index, Optional.of(data), durability, wall);
        } catch (RuntimeException failure) {
            data.close();
            throw failure;
        }
    }

    /// Where they are kept; nothing if they are in memory.
    public Optional<Path> folder() {
        return folder.map(DataFolder::path);
    }

    /// Gives a new sandbox what it begins with.
    @FunctionalInterface
    public interface Founding {

        /// Is called when the sandbox is first used in this process, also if it was founded before.
        ///
        /// @param key of its first user
        void found(Sandbox sandbox, AccessKey key);
    }

    /// Has sandboxes that begin with a user founded so.
    public void foundBy(Founding how) {
        founding = how;
    }

    /// Has the services of each sandbox call each other by what `how` gives.
    public void servedBy(Function<Sandbox, Services> how) {
        serving = how;
    }

    /// The key that a session token belongs to; nothing if the token is none of ours. Whether it
    /// has expired, its sandbox's clock tells.
    public Optional<AccessKey> keyOfToken(String token) {
        return tokens.read(token);
    }

    /// A text that a sandbox has sealed.
    ///
    /// @param sandbox its id
    public record Unsealed(String sandbox, String text) {}

    /// What a sandbox's keys have sealed, whichever sandbox's; nothing if it was none of ours.
    public Optional<Unsealed> unseal(String sealed) {
        return seal().open(sealed)
                .filter(text -> text.indexOf('\n') > 0)
                .map(text -> text.split("\n", 2))
                .filter(parts -> index.has(parts[0]))
                .map(parts -> new Unsealed(parts[0], parts[1]));
    }

    /// The access key of that id, without opening its sandbox.
    public Optional<AccessKey> key(String accessKeyId) {
        return index.key(accessKeyId);
    }

    /// The ids of those sandboxes of an account that claim a name.
    public List<String> claimants(String name, String account) {
        return index.claimants(name).stream()
                .filter(id -> index.about(id).account().equals(account))
                .toList();
    }

    /// The ids of those sandboxes that claim a name, whichever account's; the first that did first.
    public List<String> claimants(String name) {
        return index.claimants(name);
    }

    /// All access keys.
    public List<AccessKey> keys() {
        return index.keys().toList();
    }

    /// Makes a new empty sandbox, whose key is that of the IAM user `learner`, an administrator;
    /// durable when this returns.
    ///
    /// @param account twelve digits
    public AccessKey create(String account) {
        return create(account, false);
    }

    /// Makes a new empty sandbox as `create` does.
    ///
    /// @param keepsLedger whether all of its ledger is kept on disk, as labs need it
    public AccessKey create(String account, boolean keepsLedger) {
        requireAccount(account);
        var key =
                new AccessKey(
                        names.accessKeyId(),
                        names.secret(),
                        new Principal.User(account, "/", "learner", names.userId()),
                        names.sandboxId());
        index.add(key, new SandboxIndex.About(account, keepsLedger, Optional.of(key.id())));
        return key;
    }

    /// Adds a key that was given from outside, the account's root; its sandbox is made when first
    /// used.
    ///
    /// A key that is there keeps its sandbox, and that its account; its secret becomes this one.
    ///
    /// @param accessKeyId 16–128 of `[A-Za-z0-9_]`
    /// @param account twelve digits
    public void add(String accessKeyId, String secret, String account) {
        requireAccount(account);
        if (!ACCESS_KEY_ID.matcher(accessKeyId).matches()) {
            throw new IllegalArgumentException(
                    "An access key id is 16–128 letters, digits or underscores: " + accessKeyId);
        }
        var known = index.key(accessKeyId);
        if (known.isEmpty()) {
            var root = new Principal.Root(account);
            index.add(
                    new AccessKey(accessKeyId, secret, root, names.sandboxId()),
                    new SandboxIndex.About(account, false, Optional.empty()));
        } else if (!known.get().secret().equals(secret)) {
            var key = known.get();
            index.put(new AccessKey(key.id(), secret, key.principal(), key.sandbox()));
        }
    }

    /// The sandbox of that id; the same object each time.
    ///
    /// @throws NoSuchElementException if there is none
    public Sandbox open(String id) {
        var known = Optional.ofNullable(opened.get(id));
        var sandbox = known.orElseGet(() -> opened.computeIfAbsent(id, this::make));
        sandbox.use();
        if (!sandbox.isAwake()) {
            idle.waking(opened.values());
        }
        return sandbox;
    }

    /// The sandbox of that id, if there is one.
    public Optional<Sandbox> find(String id) {
        return index.has(id) ? Optional.of(open(id)) : Optional.empty();
    }

    /// Lets reads be stale in all sandboxes that are opened from now on; each draws by its own id.
    ///
    /// @param most as `Sandbox.staleReads` has it
    public void staleReads(Duration most) {
        staleReads = most;
    }

    /// A copy of a sandbox in memory, in no index, for checks that write. Its clock is paused.
    public Sandbox fork(Sandbox sandbox) {
        var storage = sandbox.storage().fork();
        return new Sandbox(
                sandbox.id(),
                sandbox.account(),
                storage,
                SandboxClock.paused(storage, wall),
                Ledger.inMemory(),
                sandbox.blobs().in(storage),
                new ForkKeys(names, sandbox.id(), sandbox.keys()),
                names.generator(),
                made -> serving.apply(made));
    }

    /// Removes a sandbox with all that it holds, and its keys.
    ///
    /// @throws NoSuchElementException if there is none
    public void delete(String id) {
        index.remove(id);
        Optional.ofNullable(opened.remove(id)).ifPresent(Sandbox::close);
        folder.ifPresent(data -> data.delete(id));
        index.forget(id);
    }

    @Override
    public void close() {
        timer.close();
        opened.values().forEach(Sandbox::close);
        index.close();
        folder.ifPresent(DataFolder::close);
    }

    private Sandbox make(String id) {
        var about = index.about(id);
        var storage =
                folder.map(data -> Storage.at(data.log(id), durability))
                        .orElseGet(Storage::inMemory);
        var ledger =
                folder.filter(_ -> about.keepsLedger())
                        .map(data -> Ledger.at(data.ledger(id), durability))
                        .orElseGet(Ledger::inMemory);
        var clock = new SandboxClock(storage, wall, timer);
        var blobs =
                folder.map(data -> Blobs.at(data.blobs(id), storage))
                        .orElseGet(() -> Blobs.passing(storage));
        var keys = new IndexedKeys(index, names, tokens, this::seal, id);
        var sandbox =
                new Sandbox(
                        id,
                        about.account(),
                        storage,
                        clock,
                        ledger,
                        blobs,
                        keys,
                        names.generator(),
                        made -> serving.apply(made));
        sandbox.staleReads(staleReads, id.hashCode());
        about.founder().flatMap(index::key).ifPresent(key -> founding.found(sandbox, key));
        return sandbox;
    }

    private Seal seal() {
        var known = seal.get();
        if (known != null) {
            return known;
        }
        var key = index.secret("seal", () -> Base64.getEncoder().encodeToString(Seal.newKey()));
        seal.compareAndSet(null, new Seal(Base64.getDecoder().decode(key)));
        return Objects.requireNonNull(seal.get());
    }

    private static void requireAccount(String account) {
        if (!ACCOUNT.matcher(account).matches()) {
            throw new IllegalArgumentException("An account id has twelve digits: " + account);
        }
    }
}
