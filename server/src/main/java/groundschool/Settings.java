package groundschool;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Everything that the one who starts the server may choose.
///
/// @param port of the site; 0 for any
/// @param host the address that both ports listen on
/// @param awsPort of the emulator; 0 for any
/// @param data where all that must last is kept
/// @param content the courses
/// @param labs the labs
/// @param database a JDBC URL, if not the H2 file in `data`
/// @param allowedHosts host names that requests may name besides localhost
/// @param memory a file for what was understood of the content, so that the next start is quicker
public record Settings(
        int port,
        String host,
        int awsPort,
        Path data,
        Path content,
        Path labs,
        Optional<String> database,
        List<String> allowedHosts,
        Optional<Path> memory) {

    public Settings {
        allowedHosts = List.copyOf(allowedHosts);
    }
}
