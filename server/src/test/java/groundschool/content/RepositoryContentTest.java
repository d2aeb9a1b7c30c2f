package groundschool.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The content of this repository is right.
class RepositoryContentTest {

    @Test
    void has_no_problem() {
        var out = new ByteArrayOutputStream();
        var code =
                new CheckCommand(new ContentReader())
                        .run(
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                Path.of("../content"),
                                Path.of("../labs"));

        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
    }
}
