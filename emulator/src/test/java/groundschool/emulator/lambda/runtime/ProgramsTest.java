package groundschool.emulator.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The programs of this machine that run functions.
class ProgramsTest {

    @TempDir private Path empty;

    @Test
    void a_machine_that_has_none_says_which_one_it_looked_for() {
        var programs = new Programs(empty, List.of(empty), false);

        assertThatThrownBy(() -> programs.node("nodejs24.x", 24))
                .hasMessage(
                        "This machine cannot run nodejs24.x: there is no `node` on its PATH. Install it, or see `bin/groundschool runtime --help`.");
        assertThatThrownBy(() -> programs.python("python3.13", 13))
                .hasMessage(
                        "This machine cannot run python3.13: there is no `python3.13` and `python3` on its PATH. Install it, or see `bin/groundschool runtime --help`.");
        assertThatThrownBy(() -> programs.custom("provided.al2023"))
                .hasMessageStartingWith(
                        "This machine cannot run provided.al2023: there is no `python3`, which relays for it,");
        assertThat(programs.java("java25").version()).startsWith("25");
    }
}
