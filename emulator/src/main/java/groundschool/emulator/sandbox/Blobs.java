package groundschool.emulator.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a sandbox holds that is too long for its log, such as the code of functions: a file for
/// each content, whose name is the SHA-256 of it.
///
/// A file is written before the record that names it. What no record names, nor any checkpoint, is
/// deleted when the sandbox's first blob is asked for after a start. Forks share them.
public final class Blobs implements AutoCloseable {

    static final String MAP = "blobs";
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
        return new Blobs(
                new BlobFolder(Optional.of(folder), storage, () -> named(storage)), storage);
    }

    /// Those of a sandbox that is gone when the process is: in a folder for files of passage, since
    /// programs are to read them.
    static Blobs passing(Storage storage) {
        return new Blobs(new BlobFolder(Optional.empty(), storage, Set::of), storage);
    }

    /// The same files for a fork, which says for itself what it needs.
    Blobs in(Storage fork) {
        folder.isUsedBy(fork);
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

    /// Begins a blob that is written piece by piece. It is named by chance, not by its content, and
    /// is whole or not there.
    ///
    /// @throws StorageException if there is no room for it
    public Draft draft() {
        return folder.draft();
    }

    /// Keeps blobs from being deleted while they are read, whatever becomes of what names them. To
    /// be asked for in the transition that found their names.
    public Pin pin(List<String> names) {
        return folder.pin(names);
    }

    /// Reads a part of a blob.
    ///
    /// @param from the first byte, from 0
    /// @throws StorageException if it cannot be read
    public InputStream open(String name, long from, long length) {
        return folder.open(name, from, length);
    }

    /// Says, in a transition, that somebody needs a draft that was kept no more: once nobody does,
    /// and no checkpoint, its file is deleted.
    public void discard(String name, String owner) {
        release(name, owner);
        folder.discard(name);
    }

    /// Deletes a draft that was kept and that nobody came to need.
    public void abandon(String name) {
        folder.discard(name);
    }

    /// How many bytes all its files take.
    public long sizeBytes() {
        return folder.sizeBytes();
    }

    /// Blobs that are not deleted until this is closed.
    public interface Pin extends AutoCloseable {
        @Override
        void close();
    }

    /// Deletes what is of passage.
    @Override
    public void close() {
        folder.close();
    }
}
