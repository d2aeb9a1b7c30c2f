package groundschool.emulator.sandbox;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A blob that is being written. Unless it is kept it is gone when it is closed, or, if the process
/// ends before, at the next start.
public final class Draft extends OutputStream {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NAME_BYTES = 32;

    /// So much of a long one is brought to the disk while the rest still comes, so that not all of
    /// it is left for the end.
    private static final long STRETCH_BYTES = 32L * 1024 * 1024;

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    /// By which nothing names it yet: what no record names is gone after a start.
    private final String name;

    private final Path file;
    private final FileChannel channel;
    private long unforcedBytes;
    private Optional<Future<?>> forcing = Optional.empty();
    private boolean isKept;

    Draft(Path folder) throws IOException {
        var random = new byte[NAME_BYTES];
        RANDOM.nextBytes(random);
        this.name = HexFormat.of().formatHex(random);
        this.file = folder.resolve(name);
        this.channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        var buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        unforcedBytes += length;
        if (unforcedBytes >= STRETCH_BYTES && forcing.map(Future::isDone).orElse(true)) {
            join();
            unforcedBytes = 0;
            forcing =
                    Optional.of(
                            THREADS.submit(() -> {
                                channel.force(false);
                                return true;
                            }));
        }
    }

    /// @throws IOException if what was written could not be brought to the disk
    private void join() throws IOException {
        try {
            if (forcing.isPresent()) {
                forcing.get().get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a file is written");
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        }
    }

    /// Makes it a blob: it is on disk when this returns.
    ///
    /// @return its name, by which whoever needs it says so in a transition soon after
    /// @throws StorageException if it cannot be written
    public String keep() {
        try {
            join();
            channel.force(false);
            channel.close();
        } catch (IOException failure) {
            throw new StorageException("Cannot keep a file: " + failure.getMessage(), failure);
        }
        isKept = true;
        return name;
    }

    /// Drops it, unless it was kept.
    @Override
    public void close() throws IOException {
        channel.close();
        if (!isKept) {
            Files.deleteIfExists(file);
        }
    }
}
