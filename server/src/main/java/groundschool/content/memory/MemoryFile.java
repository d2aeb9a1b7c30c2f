package groundschool.content.memory;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.CRC32;

/// A file in which one start leaves what it understood of the content for the next, so that only
/// what has changed is understood again. It may be lost or broken at any time: then all is read.
///
/// It is good for one build only, since another might understand the same words otherwise.
public final class MemoryFile {

    private static final long MARK = 0x67726f756e64_0003L;

    private final Path file;

    /// @param file need not exist
    public MemoryFile(Path file) {
        this.file = file;
    }

    /// What [#write] was given last by this build; nothing if it is not there or cannot be used.
    public Optional<Object> read() {
        try {
            var bytes = Files.readAllBytes(file);
            var head = new DataInputStream(new java.io.ByteArrayInputStream(bytes));
            if (bytes.length < 3 * Long.BYTES
                    || head.readLong() != MARK
                    || head.readLong() != build()
                    || head.readLong() != checksum(bytes, 3 * Long.BYTES)) {
                return Optional.empty();
            }
            return Optional.of(new Values.Reader(bytes, 3 * Long.BYTES).read());
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    /// Keeps a record, or what else [Values] knows, in place of what was kept before. Where it
    /// cannot be written there is no such file, and the next start takes longer.
    public void write(Object value) {
        try {
            var body = new ByteArrayOutputStream();
            new Values.Writer(new DataOutputStream(body)).write(value);
            var bytes = body.toByteArray();
            var half =
                    file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
            try (var out = new DataOutputStream(Files.newOutputStream(half))) {
                out.writeLong(MARK);
                out.writeLong(build());
                out.writeLong(checksum(bytes, 0));
                out.write(bytes);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException _) {
            // As good as never written.
        }
    }

    /// Tells one build from another: by the time and size of the jar that this class is in.
    private static long build() throws IOException {
        try {
            var source = MemoryFile.class.getProtectionDomain().getCodeSource();
            var place = Path.of(source.getLocation().toURI());
            return 31 * Files.getLastModifiedTime(place).toMillis() + Files.size(place);
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static long checksum(byte[] bytes, int from) {
        var checksum = new CRC32();
        checksum.update(bytes, from, bytes.length - from);
        return checksum.getValue();
    }
}
