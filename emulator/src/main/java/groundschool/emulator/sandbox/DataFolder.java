package groundschool.emulator.sandbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;

/// The folder that sandboxes are kept in, which one process at a time may use.
///
/// It holds `lock`, `index` and `sandboxes/ab/abcdefgh…/` with a `log`, perhaps a `ledger`, and
/// `blobs`: two levels, so that no folder has tens of thousands of others in it.
final class DataFolder implements AutoCloseable {

    private final Path folder;

    /// Held here, for a lock that nobody holds is forgotten, though the file stays locked.
    private final FileLock lock;

    private DataFolder(Path folder, FileLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Takes the folder for this process, and makes it if it is not there.
    ///
    /// @throws DataFolderInUseException if another process has it
    /// @throws StorageException if it cannot be written to
    static DataFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel =
                    FileChannel.open(
                            folder.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock.isEmpty()) {
                channel.close();
                throw new DataFolderInUseException(folder);
            }
            return new DataFolder(folder, lock.get());
        } catch (AccessDeniedException failure) {
            throw new StorageException(
                    "Cannot use the data folder %s: %s may not be written to."
                            .formatted(folder, failure.getFile()),
                    failure);
        } catch (IOException failure) {
            throw new StorageException(
                    "Cannot use the data folder %s: %s".formatted(folder, failure.getMessage()),
                    failure);
        }
    }

    Path path() {
        return folder;
    }

    Path index() {
        return folder.resolve("index");
    }

    /// @param sandbox an id
    Path log(String sandbox) {
        return of(sandbox).resolve("log");
    }

    /// @param sandbox an id
    Path blobs(String sandbox) {
        return of(sandbox).resolve("blobs");
    }

    /// @param sandbox an id
    Path ledger(String sandbox) {
        return of(sandbox).resolve("ledger");
    }

    /// Deletes all of a sandbox, if anything is there.
    ///
    /// @param sandbox an id
    void delete(String sandbox) {
        var files = of(sandbox);
        if (!Files.exists(files)) {
            return;
        }
        try (var all = Files.walk(files)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new StorageException(
                    "Cannot delete %s: %s".formatted(files, failure.getMessage()), failure);
        }
    }

    /// Gives the folder to whoever comes next.
    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
        } catch (IOException failure) {
            throw new StorageException(
                    "Cannot close %s: %s".formatted(folder, failure.getMessage()), failure);
        }
    }

    private Path of(String sandbox) {
        return folder.resolve("sandboxes").resolve(sandbox.substring(0, 2)).resolve(sandbox);
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException _) {
            return Optional.empty(); // this very process has it
        }
    }
}
