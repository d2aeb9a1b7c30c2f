package groundschool.emulator.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/// A blob that is being written. Unless it is kept it is gone when it is closed, or, if the process
/// ends before, at the next start.
public final class Draft extends OutputStream {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NAME_BYTES = 32;

    private final Path folder;
    private final Path file;
    private final FileChannel channel;
    private boolean isKept;

    Draft(Path folder) throws IOException {
        this.folder = folder;
        this.file = Files.createTempFile(folder, "new-", "");
        this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
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
    }

    /// Makes it a blob: it is on disk when this returns.
    ///
    /// @return its name, by which whoever needs it says so in a transition soon after
    /// @throws StorageException if it cannot be written
    public String keep() {
        var random = new byte[NAME_BYTES];
        RANDOM.nextBytes(random);
        var name = HexFormat.of().formatHex(random);
        try {
            channel.force(false);
            channel.close();
            Files.move(file, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
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
