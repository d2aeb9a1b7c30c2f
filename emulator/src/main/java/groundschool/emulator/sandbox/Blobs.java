package groundschool.emulator.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a sandbox holds that is too long for its log, such as the code of functions: a file for
/// each content, whose name is the SHA-256 of it.
///
/// A file is written before the record that names it. What no record names, nor any checkpoint, is
/// deleted when the sandbox's first blob is asked for after a start. Forks share them.
public final class Blobs implements AutoCloseable {

    private static final String MAP = "blobs";
    private static final int DIGEST_LETTERS = 64;

    private final BlobFolder folder;

    /// Who needs which: `name owner`.
    private final StoredMap<String> needed;

    private Blobs(BlobFolder folder, Storage storage) {
        this.folder = folder;
        this.needed = storage.map(MAP, new JsonFormat<>(String.class));
    }

    /// Those in that folder, which is made when the first is written.
    static Blobs at(Path folder, Storage storage) {
        return new Blobs(new BlobFolder(Optional.of(folder), () -> named(storage)), storage);
    }

    /// Those of a sandbox that is gone when the process is: in a folder for files of passage, since
    /// programs are to read them.
    static Blobs passing(Storage storage) {
        return new Blobs(new BlobFolder(Optional.empty(), Set::of), storage);
    }

    /// The same files for a fork, which says for itself what it needs.
    Blobs in(Storage fork) {
        return new Blobs(folder, fork);
    }

    private static Set<String> named(Storage storage) {
        return storage.keysEver(MAP).stream()
                .map(key -> key.text().substring(0, DIGEST_LETTERS))
                .collect(Collectors.toSet());
    }

    /// Fills a folder with what is made of a blob.
    @FunctionalInterface
    public interface Filling {
        void fill(Path folder) throws IOException;
    }

    /// Writes a blob, unless it is there.
    ///
    /// @return its name
    /// @throws StorageException if it cannot be written
    public String put(byte[] content) {
        return folder.put(content);
    }

    /// Reads a blob; nothing if there is none of that name.
    public Optional<byte[]> read(String name) {
        return folder.read(name);
    }

    /// The folder of what was made of a blob; it is made when first asked for, whole or not at all.
    public Path folder(String name, Filling filling) {
        return folder.folder(name, filling);
    }

    /// Says, in a transition, that somebody needs a blob.
    public void need(String name, String owner) {
        needed.put(Key.of(name + " " + owner), owner);
    }

    /// Says, in a transition, that somebody needs it no more.
    public void release(String name, String owner) {
        needed.remove(Key.of(name + " " + owner));
    }

    /// Deletes what is of passage.
    @Override
    public void close() {
        folder.close();
    }
}
