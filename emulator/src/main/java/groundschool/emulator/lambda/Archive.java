package groundschool.emulator.lambda;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// A zip that was uploaded. It may come from anybody: names that lead out of its folder, links,
/// more than it says, and archives that grow without end are refused.
///
/// Source: [Lambda quotas](https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html)
final class Archive {

    /// Of an archive that comes with the request.
    static final int MOST_ZIPPED_BYTES = 52_428_800;

    /// Of all layers and the function together.
    static final long MOST_BYTES = 262_144_000;

    /// So many files fit in 250 MB that none of them matters.
    private static final int MOST_ENTRIES = 65_000;

    private static final String BROKEN =
            "Could not unzip uploaded file. Please check your file, then try to upload again.";

    private Archive() {}

    /// Looks through all of it.
    ///
    /// @return its size, unpacked
    /// @throws groundschool.emulator.AwsException if it cannot be taken
    static long check(byte[] zip) {
        if (zip.length == 0) {
            throw LambdaErrors.invalid("Uploaded file must be a non-empty zip");
        }
        if (!hasDirectory(zip)) {
            throw LambdaErrors.invalid(BROKEN);
        }
        try {
            return walk(zip, (_, _) -> OutputStream.nullOutputStream());
        } catch (IOException | IllegalArgumentException broken) {
            // An IllegalArgumentException is a name that is no UTF-8.
            throw LambdaErrors.invalid(BROKEN);
        }
    }

    /// Unpacks what `check` has let through.
    ///
    /// Files are everybody's to read, so that a function may run as another user than we do.
    static void unpack(byte[] zip, Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var executables = Executables.of(zip);
        walk(
                zip,
                (entry, name) -> {
                    var file = folder.resolve(name);
                    if (entry.isDirectory()) {
                        Files.createDirectories(file);
                        return OutputStream.nullOutputStream();
                    }
                    Files.createDirectories(Objects.requireNonNullElse(file.getParent(), folder));
                    var out = Files.newOutputStream(file);
                    Files.setPosixFilePermissions(
                            file,
                            PosixFilePermissions.fromString(
                                    executables.contains(entry.getName())
                                            ? "rwxr-xr-x"
                                            : "rw-r--r--"));
                    return out;
                });
    }

    private interface Target {
        OutputStream open(ZipEntry entry, Path name) throws IOException;
    }

    private static long walk(byte[] zip, Target target) throws IOException {
        long bytes = 0;
        int entries = 0;
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw new ZipException("too many files");
                }
                try (var out = target.open(entry, safe(entry.getName()))) {
                    bytes = copy(in, out, bytes);
                }
            }
        }
        if (entries == 0) {
            throw LambdaErrors.invalid("Uploaded file must be a non-empty zip");
        }
        return bytes;
    }

    private static long copy(InputStream in, OutputStream out, long before) throws IOException {
        var buffer = new byte[64 * 1024];
        long bytes = before;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes += read;
            if (bytes >= MOST_BYTES) {
                throw LambdaErrors.invalid(
                        "Unzipped size must be smaller than %d bytes".formatted(MOST_BYTES));
            }
            out.write(buffer, 0, read);
        }
        return bytes;
    }

    /// @throws ZipException if it leads elsewhere
    private static Path safe(String name) throws ZipException {
        var path = Path.of(name.replace('\\', '/')).normalize();
        if (path.isAbsolute() || path.startsWith("..") || name.indexOf('\0') >= 0) {
            throw new ZipException("leads out of its folder: " + name);
        }
        return path;
    }

    /// Whether it ends as an archive does that is whole.
    private static boolean hasDirectory(byte[] zip) {
        var bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = zip.length - 22; at >= 0 && at > zip.length - 22 - 65_536; at--) {
            if (bytes.getInt(at) == 0x06054b50) {
                return true;
            }
        }
        return false;
    }
}
