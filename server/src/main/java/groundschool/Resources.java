package groundschool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;

/// Files that come with the program, on its class path: in a jar, or in a folder while it is built.
public final class Resources {

    private Resources() {}

    /// The names of all files below a folder, relative to it, in order.
    ///
    /// @param folder such as `static`
    public static List<String> names(String folder) {
        try {
            var place = Objects.requireNonNull(Resources.class.getResource("/" + folder));
            if (place.openConnection() instanceof JarURLConnection jar) {
                return jar.getJarFile().stream()
                        .filter(entry -> !entry.isDirectory())
                        .map(ZipEntry::getName)
                        .filter(name -> name.startsWith(folder + "/"))
                        .map(name -> name.substring(folder.length() + 1))
                        .sorted()
                        .toList();
            }
            var root = Path.of(place.toURI());
            try (var all = Files.walk(root)) {
                return all.filter(Files::isRegularFile)
                        .map(file -> root.relativize(file).toString())
                        .sorted()
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The bytes of a file; absent if there is no such file.
    ///
    /// @param name such as `static/css/site.css`
    public static Optional<byte[]> bytes(String name) {
        try (var in = Resources.class.getResourceAsStream("/" + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
