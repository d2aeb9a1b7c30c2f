package groundschool.content;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.content.rule.CourseRules;
import groundschool.lab.check.CheckRule;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The content of this repository is right.
class RepositoryContentTest {

    private static final Path CONTENT = Path.of("../content");

    @Test
    void has_no_problem() {
        var out = new ByteArrayOutputStream();
        var code =
                new CheckCommand(
                                new ContentReader(
                                        new CheckRule(), CourseRules.of(CONTENT, Optional.empty())))
                        .run(
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                CONTENT,
                                Path.of("../labs"));

        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
    }
}
