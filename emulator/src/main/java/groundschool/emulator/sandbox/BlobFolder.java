package groundschool.emulator.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The files of a sandbox's blobs.
final class BlobFolder implements AutoCloseable {

    private final Optional<Path> kept;
    private final Supplier<Set<String>> named;
    private final Map<String, Path> folders = new ConcurrentHashMap<>();
    private final Rubbish rubbish;
    private Optional<Path> opened = Optional.empty();

    /// @param kept where they are; absent if they are to go when this is closed
    /// @param storage whose blobs they are
    /// @param named the names that count after a start
    BlobFolder(Optional<Path> kept, Storage storage, Supplier<Set<String>> named) {
        this.kept = kept;
        this.named = named;
        this.rubbish = new Rubbish(storage, this::delete);
    }

    /// Says that a copy of the storage names the same files.
    void isUsedBy(Storage fork) {
        rubbish.isUsedBy(fork);
    }

    Draft draft() {
        try {
            return new Draft(folder());
        } catch (IOException failure) {
            throw new StorageException("Cannot begin a file: " + failure.getMessage(), failure);
        }
    }

    Blobs.Pin pin(List<String> names) {
        return rubbish.pin(names);
    }

    void discard(String name) {
        rubbish.add(name);
    }

    InputStream open(String name, long from, long length) {
        try {
            var file = new RandomAccessFile(folder().resolve(name).toFile(), "r");
            file.seek(from);
            return new Part(file, length);
        } catch (IOException failure) {
            throw new StorageException(
                    "Cannot read %s: %s".formatted(name, failure.getMessage()), failure);
        }
    }

    long sizeBytes() {
        try (var files = Files.list(folder())) {
            long sum = 0;
            for (var file : files.toList()) {
                sum += Files.isRegularFile(file) ? Files.size(file) : 0;
            }
            return sum;
        } catch (IOException failure) {
            throw new StorageException(
                    "Cannot look at the files: " + failure.getMessage(), failure);
        }
    }

    private void delete(String name) {
        try {
            Files.deleteIfExists(folder().resolve(name));
        } catch (IOException failure) {
            throw new StorageException(
                    "Cannot delete %s: %s".formatted(name, failure.getMessage()), failure);
        }
    }

    /// Writes a blob, unless it is there.
    ///
    /// @return its name
    /// @throws StorageException if it cannot be written
    String put(byte[] content) {
        var name = HexFormat.of().formatHex(sha256(content));
        try {
            var file = folder().resolve(name);
            if (!Files.exists(file)) {
                var beside = Files.createTempFile(folder(), "new-", "");
                try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                    var bytes = ByteBuffer.wrap(content);
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                    channel.force(false);
                }
                move(beside, file);
            }
            return name;
        } catch (IOException failure) {
            throw new StorageException(
                    "Cannot keep a file of %d bytes: %s"
                            .formatted(content.length, failure.getMessage()),
                    failure);
        }
    }

    /// Reads a blob; nothing if there is none of that name.
    Optional<byte[]> read(String name) {
        try {
            return Optional.of(Files.readAllBytes(folder().resolve(name)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new StorageException(
                    "Cannot read %s: %s".formatted(name, failure.getMessage()), failure);
        }
    }

    /// The folder of what was made of a blob; it is made when first asked for, whole or not at all.
    Path folder(String name, Blobs.Filling filling) {
        return folders.computeIfAbsent(name, _ -> fill(name, filling));
    }

    private Path fill(String name, Blobs.Filling filling) {
        try {
            var target = folder().resolve("unpacked").resolve(name);
            if (!Files.exists(target)) {
                Files.createDirectories(target.getParent());
                var beside = Files.createTempDirectory(folder(), "new-");
                filling.fill(beside);
                move(beside, target);
            }
            return target;
        } catch (IOException failure) {
            throw new StorageException(
                    "Cannot unpack %s: %s".formatted(name, failure.getMessage()), failure);
        }
    }

    private synchronized Path folder() throws IOException {
        if (opened.isEmpty()) {
            opened = Optional.of(kept.isPresent() ? sweep(kept.get()) : temporary());
        }
        return opened.get();
    }

    private static Path temporary() throws IOException {
        return Files.createTempDirectory("groundschool-");
    }

    private Path sweep(Path folder) throws IOException {
        Files.createDirectories(folder);
        var named = this.named.get();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                if (!file.endsWith("unpacked") && !named.contains(file.getFileName().toString())) {
                    delete(file);
                }
            }
        }
        var unpacked = folder.resolve("unpacked");
        if (Files.exists(unpacked)) {
            try (var files = Files.list(unpacked)) {
                for (var file : files.toList()) {
                    if (!named.contains(file.getFileName().toString())) {
                        delete(file);
                    }
                }
            }
        }
        return folder;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | AtomicMoveNotSupportedException somebodyWasFaster) {
            if (!Files.exists(to)) {
                throw somebodyWasFaster;
            }
            delete(from);
        }
    }

    private static void delete(Path file) throws IOException {
        try (var all = Files.walk(file)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A piece of a file.
    private static final class Part extends InputStream {

        private final RandomAccessFile file;
        private long left;

        Part(RandomAccessFile file, long length) {
            this.file = file;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            if (left == 0) {
                return -1;
            }
            int got = file.read(bytes, offset, (int) Math.min(count, left));
            left -= Math.max(got, 0);
            return got;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /// Deletes what is of passage.
    @Override
    public synchronized void close() {
        if (kept.isEmpty() && opened.isPresent()) {
            try {
                delete(opened.get());
            } catch (IOException failure) {
                throw new StorageException(
                        "Cannot delete %s: %s".formatted(opened.get(), failure.getMessage()),
                        failure);
            }
        }
    }
}
