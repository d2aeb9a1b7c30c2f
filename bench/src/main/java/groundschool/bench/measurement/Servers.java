package groundschool.bench.measurement;

import groundschool.bench.process.Child;
import groundschool.bench.process.JavaCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The servers that are measured, in processes of their own.
final class Servers {

    private Servers() {}

    /// The site with the repository's content.
    static Child site(Path data) throws IOException {
        return Child.start(siteCommand(Optional.empty(), data));
    }

    static List<String> siteCommand(Optional<Path> cache, Path data) {
        return JavaCommand.groundschool(
                cache, "serve", "--port=0", "--aws-port=0", "--data=" + data);
    }
}
