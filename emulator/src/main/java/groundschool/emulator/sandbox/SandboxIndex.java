package groundschool.emulator.sandbox;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/// Which sandboxes there are, and which access keys open them: all that is known without opening a
/// sandbox. Kept in a storage of its own.
final class SandboxIndex implements AutoCloseable {

    private final Storage storage;
    private final StoredMap<AccessKey> keys;
    private final StoredMap<About> sandboxes;

    /// Sandboxes whose files are still to be deleted.
    private final StoredMap<About> deleted;

    SandboxIndex(Storage storage) {
        this.storage = storage;
        this.keys = storage.map("keys", new AccessKeyFormat());
        this.sandboxes = storage.map("sandboxes", new AboutFormat());
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

    /// Replaces a key that is there by one with the same id.
    void replace(AccessKey key) {
        storage.transition(() -> keys.put(Key.of(key.id()), key));
    }

    /// Forgets a sandbox and its keys, but remembers that it has files to be deleted.
    ///
    /// @throws NoSuchElementException if there is no such sandbox
    void remove(String sandbox) {
        storage.transition(() -> {
            deleted.put(Key.of(sandbox), about(sandbox));
            sandboxes.remove(Key.of(sandbox));
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
    record About(String account, boolean keepsLedger) {}

    private static final class AboutFormat implements Format<About> {

        @Override
        public byte[] write(About about) {
            return Fields.write(about.account, Boolean.toString(about.keepsLedger));
        }

        @Override
        public About read(byte[] bytes) {
            var fields = Fields.read(bytes);
            return new About(fields.get(0), Boolean.parseBoolean(fields.get(1)));
        }
    }
}
