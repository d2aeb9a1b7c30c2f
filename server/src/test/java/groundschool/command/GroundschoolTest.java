package groundschool.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class GroundschoolTest {

    /// What a command printed, on either stream, and its exit code.
    private record Ended(int code, String said) {}

    private static Ended run(String... arguments) {
        var said = new ByteArrayOutputStream();
        var out = System.out;
        var err = System.err;
        try (var stream = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(stream);
            System.setErr(stream);
            return new Ended(Groundschool.run(arguments), said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @Test
    void help_lists_what_it_can_do() {
        for (var option : new String[] {"--help", "-h"}) {
            var help = run(option);

            assertThat(help.code()).isZero();
            assertThat(help.said())
                    .contains("serve", "emulator", "check", "import", "lab", "bench", "dist")
                    .doesNotContain("train");
        }
    }

    @Test
    void each_command_explains_itself() {
        for (var command : new String[] {"serve", "emulator", "check", "import", "bench", "dist"}) {
            var help = run(command, "--help");

            assertThat(help.code()).as(command).isZero();
            assertThat(help.said()).contains("Usage: groundschool " + command);
        }
        assertThat(run("lab", "run", "--help").said()).contains("--solution");
    }

    @Test
    void version_is_one_line() {
        assertThat(run("--version")).isEqualTo(new Ended(0, "groundschool 0.1.0\n"));
    }

    @Test
    void options_without_a_command_are_those_of_serve() {
        assertThat(run("--host", "0.0.0.0").said()).contains("there is no sign-in yet");
    }

    @Test
    void an_unknown_command_or_option_shows_the_usage_and_fails() {
        assertThat(run("fly").code()).isNotZero();
        assertThat(run("fly").said()).contains("fly", "Usage: groundschool");
        assertThat(run("--prot", "1").code()).isNotZero();
        assertThat(run("--port", "many").said()).contains("--port", "many");
    }

    @Test
    void an_address_that_others_can_reach_is_refused_in_a_sentence() {
        var refused = run("serve", "--host", "0.0.0.0");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.said())
                .isEqualTo(
                        "groundschool: --host 0.0.0.0 can be reached from elsewhere, and there is no sign-in yet: use a loopback address such as 127.0.0.1.\n");
    }

    @Test
    void a_data_folder_that_is_a_file_is_refused_in_a_sentence(@TempDir Path folder)
            throws Exception {
        var file = Files.writeString(folder.resolve("data"), "");

        var refused = run("serve", "--data", file.toString());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.said())
                .startsWith("groundschool: The data folder " + file)
                .contains("--data")
                .doesNotContain("\tat ");
    }

    @Test
    void an_address_of_no_database_is_refused_in_a_sentence(@TempDir Path data) {
        var refused =
                run(
                        "serve",
                        "--data",
                        data.toString(),
                        "--database",
                        "learners",
                        "--port",
                        "0",
                        "--aws-port",
                        "0");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.said())
                .startsWith("groundschool: The database learners cannot be opened:")
                .doesNotContain("\tat ");
    }

    @Test
    void check_reports_each_problem_with_its_line_and_fails(@TempDir Path content)
            throws Exception {
        var course = Files.createDirectories(content.resolve("ferries"));
        Files.writeString(course.resolve("course.md"), "---\nid: Ferries\ntitle: x\n---\n");

        var checked = run("check", "--content", content.toString(), "--labs", content + "/none");

        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.said()).contains("course.md:2: `Ferries` is no id");
    }

    @Test
    void the_benchmarks_say_where_they_are() {
        assertThat(run("bench").said()).contains("run bin/groundschool bench in a clone");
    }

    @Test
    void data_lies_where_the_base_directory_specification_has_it() {
        assertThat(DataFolder.in(java.util.Map.of("HOME", "/home/ann")))
                .isEqualTo(Path.of("/home/ann/.local/share/groundschool"));
        assertThat(DataFolder.in(java.util.Map.of("HOME", "/home/ann", "XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/data/groundschool"));
    }
}
