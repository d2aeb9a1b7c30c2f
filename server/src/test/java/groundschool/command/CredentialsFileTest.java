package groundschool.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsFileTest {

    @TempDir private Path folder;

    @Test
    void reads_each_line_and_skips_comments_and_empty_lines() throws IOException {
        var file =
                file(
                        "# two suites\n\nsuite_one_key_0001,s3cr3t/with+signs,000000000000\nSUITE_TWO_KEY_0002,x,000000000000\n");

        assertThat(CredentialsFile.read(file))
                .containsExactly(
                        new CredentialsFile.Line(
                                "suite_one_key_0001", "s3cr3t/with+signs", "000000000000"),
                        new CredentialsFile.Line("SUITE_TWO_KEY_0002", "x", "000000000000"));
    }

    @Test
    void refuses_a_key_that_stands_twice_with_both_lines() throws IOException {
        var file =
                file("suite_one_key_0001,a,000000000000\n#\nsuite_one_key_0001,b,000000000001\n");

        assertThatThrownBy(() -> CredentialsFile.read(file))
                .hasMessage(
                        file + ":3: the access key id suite_one_key_0001 stands in line 1 already");
    }

    @Test
    void refuses_what_is_no_line_of_a_key_and_names_the_line() throws IOException {
        for (var wrong :
                new String[] {
                    "too_short,a,000000000000",
                    "has-a-hyphen-in-it,a,000000000000",
                    "suite_one_key_0001,,000000000000",
                    "suite_one_key_0001,a,123",
                    "suite_one_key_0001,a",
                    "suite_one_key_0001,a,b,000000000000"
                }) {
            var file = file("\n" + wrong + "\n");

            assertThatThrownBy(() -> CredentialsFile.read(file))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessageStartingWith(file + ":2: ");
        }
    }

    @Test
    void says_that_there_is_no_such_file() {
        var file = folder.resolve("none");

        assertThatThrownBy(() -> CredentialsFile.read(file))
                .hasMessage("There is no credentials file " + file + ".");
    }

    @Test
    void an_own_key_is_made_once_and_found_again_and_only_its_owner_can_read_it()
            throws IOException {
        var made = OwnKey.of(Optional.of(folder), "123456789012");
        var found = OwnKey.of(Optional.of(folder), "999999999999");

        assertThat(found).isEqualTo(made);
        assertThat(made.accessKeyId()).matches("AKIA[A-Z2-7]{16}");
        assertThat(Files.getPosixFilePermissions(folder.resolve("key.csv"))).hasSize(2);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("keys.csv"), text);
    }
}
