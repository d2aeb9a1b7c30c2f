package groundschool.emulator.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Which sandboxes there are, and which access keys open them: all that is known without opening a
/// sandbox. Kept in a storage of its own.
final class SandboxIndex implements AutoCloseable {

    private static final int MOST_NAMES = 1_000;

    private final Storage storage;
    private final StoredMap<AccessKey> keys;
    private final StoredMap<About> sandboxes;

    /// The sandboxes that claim a name, the oldest first; and the names that a sandbox claims.
    private final StoredMap<List<String>> claimants;

    private final StoredMap<List<String>> claims;

    /// What nobody else may know.
    private final StoredMap<String> secrets;

    /// Sandboxes whose files are still to be deleted.
    private final StoredMap<About> deleted;

    SandboxIndex(Storage storage) {
        this.storage = storage;
        this.keys = storage.map("keys", new AccessKeyFormat());
        this.sandboxes = storage.map("sandboxes", new AboutFormat());
        this.claimants = storage.map("claimants", new ListFormat());
        this.claims = storage.map("claims", new ListFormat());
        this.secrets = storage.map("secrets", new TextFormat());
        this.deleted = storage.map("deleted", new AboutFormat());
    }

    Optional<AccessKey> key(String id) {
        return keys.get(Key.of(id));
    }

    /// All keys, by id.
    Stream<AccessKey> keys() {
        return keys.ascending().map(entry -> entry.getValue());
    }

    /// @throws NoSuchElementException if there is no such sandbox
    About about(String sandbox) {
        return sandboxes
                .get(Key.of(sandbox))
                .orElseThrow(() -> new NoSuchElementException("There is no sandbox " + sandbox));
    }

    boolean has(String sandbox) {
        return sandboxes.get(Key.of(sandbox)).isPresent();
    }

    /// The number of sandboxes.
    int size() {
        return sandboxes.size();
    }

    void add(AccessKey key, About about) {
        storage.transition(() -> {
            keys.put(Key.of(key.id()), key);
            sandboxes.put(Key.of(key.sandbox()), about);
        });
    }

    /// Adds a further key to a sandbox that is there, or replaces the one with the same id.
    void put(AccessKey key) {
        storage.transition(() -> keys.put(Key.of(key.id()), key));
    }

    /// Forgets a key, if it is there.
    void removeKey(String id) {
        storage.transition(() -> keys.remove(Key.of(id)));
    }

    /// The sandboxes that claim a name.
    List<String> claimants(String name) {
        return claimants.get(Key.of(name)).orElse(List.of());
    }

    /// Says that a sandbox is found by a name; the oldest of its names is given up if it has too
    /// many.
    void claim(String name, String sandbox) {
        storage.transition(() -> {
            var held = new ArrayList<>(claims.get(Key.of(sandbox)).orElse(List.of()));
            if (held.contains(name)) {
                return;
            }
            held.add(name);
            if (held.size() > MOST_NAMES) {
                giveUp(held.removeFirst(), sandbox);
            }
            claims.put(Key.of(sandbox), held);
            var others = new ArrayList<>(claimants(name));
            others.add(sandbox);
            claimants.put(Key.of(name), others);
        });
    }

    private void giveUp(String name, String sandbox) {
        var others = claimants(name).stream().filter(each -> !each.equals(sandbox)).toList();
        if (others.isEmpty()) {
            claimants.remove(Key.of(name));
        } else {
            claimants.put(Key.of(name), others);
        }
    }

    /// A secret of that name, made when it is first asked for.
    String secret(String name, Supplier<String> make) {
        return secrets.get(Key.of(name))
                .orElseGet(() ->
                        storage.transition(() -> {
                            var secret = secrets.get(Key.of(name)).orElseGet(make);
                            secrets.put(Key.of(name), secret);
                            return secret;
                        }));
    }

    /// Forgets a sandbox and its keys, but remembers that it has files to be deleted.
    ///
    /// @throws NoSuchElementException if there is no such sandbox
    void remove(String sandbox) {
        storage.transition(() -> {
            deleted.put(Key.of(sandbox), about(sandbox));
            sandboxes.remove(Key.of(sandbox));
            claims.get(Key.of(sandbox))
                    .ifPresent(names -> {
                        names.forEach(name -> giveUp(name, sandbox));
                        claims.remove(Key.of(sandbox));
                    });
            keys().filter(key -> key.sandbox().equals(sandbox))
                    .forEach(key -> keys.remove(Key.of(key.id())));
        });
    }

    /// The sandboxes that were removed and may still have files.
    List<String> removed() {
        return deleted.ascending().map(entry -> entry.getKey().text()).toList();
    }

    /// Says that a removed sandbox has no files any more.
    void forget(String sandbox) {
        storage.transition(() -> deleted.remove(Key.of(sandbox)));
    }

    @Override
    public void close() {
        storage.close();
    }

    /// What is known of a sandbox that is not open.
    ///
    /// @param account twelve digits
    /// @param keepsLedger whether its ledger is kept on disk
    /// @param founder the id of the key of its first user; absent if it has only root
    record About(String account, boolean keepsLedger, Optional<String> founder) {}

    private static final class ListFormat implements Format<List<String>> {

        @Override
        public byte[] write(List<String> texts) {
            return Fields.write(texts.toArray(String[]::new));
        }

        @Override
        public List<String> read(byte[] bytes) {
            return List.copyOf(Fields.read(bytes));
        }
    }

    private static final class TextFormat implements Format<String> {

        @Override
        public byte[] write(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String read(byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static final class AboutFormat implements Format<About> {

        @Override
        public byte[] write(About about) {
            return Fields.write(
                    about.account, Boolean.toString(about.keepsLedger), about.founder.orElse(""));
        }

        @Override
        public About read(byte[] bytes) {
            var fields = Fields.read(bytes);
            return new About(
                    fields.get(0),
                    Boolean.parseBoolean(fields.get(1)),
                    fields.stream().skip(2).filter(id -> !id.isEmpty()).findFirst());
        }
    }
}
