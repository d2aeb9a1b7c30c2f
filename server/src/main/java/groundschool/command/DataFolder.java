package groundschool.command;

import java.nio.file.Path;
import java.util.Map;

/// Where what must last is kept unless `--data` says otherwise.
final class DataFolder {

    private DataFolder() {}

    static Path usual() {
        return in(System.getenv());
    }

    /// As the XDG Base Directory Specification has it.
    static Path in(Map<String, String> environment) {
        var base = environment.getOrDefault("XDG_DATA_HOME", "");
        return base.isBlank()
                ? Path.of(environment.getOrDefault("HOME", "."), ".local", "share", "groundschool")
                : Path.of(base, "groundschool");
    }
}
