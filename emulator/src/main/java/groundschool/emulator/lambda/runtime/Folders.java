package groundschool.emulator.lambda.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Folders of files as environments need them.
final class Folders {

    private static final Logger LOG = LoggerFactory.getLogger(Folders.class);

    private Folders() {}

    /// One of this process's own, which others may pass through.
    static Path temporary() {
        try {
            var folder = Files.createTempDirectory("gs-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for functions", e);
        }
    }

    /// Whether every user may list and enter a folder that they can reach.
    static boolean isOpen(Path folder) throws IOException {
        return Files.getPosixFilePermissions(folder)
                .containsAll(
                        Set.of(
                                PosixFilePermission.OTHERS_READ,
                                PosixFilePermission.OTHERS_EXECUTE));
    }

    /// Copies a folder, over what is there, for every user to read. Does nothing if it was copied
    /// before.
    static Path copied(Path from, Path to) throws IOException {
        return Files.isDirectory(to) ? to : laidOver(from, to);
    }

    /// Copies a folder over another, for every user to read.
    static Path laidOver(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(
                            file,
                            target,
                            LinkOption.NOFOLLOW_LINKS,
                            StandardCopyOption.COPY_ATTRIBUTES,
                            StandardCopyOption.REPLACE_EXISTING);
                }
                if (!Files.isSymbolicLink(target)) {
                    forEveryone(target);
                }
            }
        }
        return to;
    }

    private static void forEveryone(Path file) throws IOException {
        var rights = new HashSet<>(Files.getPosixFilePermissions(file));
        rights.addAll(Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ));
        if (rights.contains(PosixFilePermission.OWNER_EXECUTE)) {
            rights.add(PosixFilePermission.GROUP_EXECUTE);
            rights.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        Files.setPosixFilePermissions(file, rights);
    }

    /// Deletes a folder, as far as that can be done.
    static void delete(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            LOG.debug("{} was not deleted", folder, e);
        }
    }
}
