package groundschool.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// How long and how often things are measured.
///
/// @param runs of each comparison
/// @param load how long one trial under load lasts
/// @param warmUp how long a server is used before it is measured
/// @param folder for what servers write; its contents are deleted in the end
public record Plan(int runs, Duration load, Duration warmUp, Path folder) {

    static Plan full(Path folder) {
        return new Plan(5, Duration.ofSeconds(5), Duration.ofSeconds(8), folder);
    }

    static Plan quick(Path folder) {
        return new Plan(1, Duration.ofSeconds(2), Duration.ofSeconds(3), folder);
    }

    /// A new empty folder.
    public Path freshFolder() throws IOException {
        return Files.createTempDirectory(folder, "run");
    }
}
