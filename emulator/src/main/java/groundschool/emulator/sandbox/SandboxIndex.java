package groundschool.emulator.sandbox;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/// Which sandboxes there are, and which access keys open them: all that is known without opening a
/// sandbox. Kept in a storage of its own.
final class SandboxIndex implements AutoCloseable {

    private final Storage storage;
    private final StoredMap<AccessKey> keys;
    private final StoredMap<About> sandboxes;

    SandboxIndex(Storage storage) {
        this.storage = storage;
        this.keys = storage.map("keys", new AccessKeyFormat());
        this.sandboxes = storage.map("sandboxes", new AboutFormat());
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

    /// Forgets a sandbox and its keys.
    void remove(String sandbox) {
        storage.transition(() -> {
            keys().filter(key -> key.sandbox().equals(sandbox))
                    .forEach(key -> keys.remove(Key.of(key.id())));
            sandboxes.remove(Key.of(sandbox));
        });
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
