package groundschool.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What keeps the server from starting is said in one sentence, with an exit code that is not 0.
class StartTest {

    @TempDir Path folder;

    @Test
    void says_that_the_port_is_taken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(other.getLocalPort());

            assertRefused("port " + port, "serve", "--port=" + port, "--aws-port=0", data());
            assertRefused("port " + port, "serve", "--port=0", "--aws-port=" + port, data());
            assertRefused("port " + port, "emulator", "--port=" + port);
        }
    }

    @Test
    void says_that_another_process_holds_the_data_folder() throws Exception {
        try (var other = ServerProcess.serve(folder)) {
            other.port();

            assertRefused(folder.toString(), "serve", "--port=0", "--aws-port=0", data());
        }
    }

    @Test
    void says_that_the_data_folder_cannot_be_written() throws Exception {
        // Whoever is root may write everywhere, but not below a file.
        var file = Files.writeString(folder.resolve("file"), "");
        var data = "--data=" + file.resolve("below");

        assertRefused(file.toString(), "serve", "--port=0", "--aws-port=0", data);
        assertRefused(file.toString(), "emulator", "--port=0", data);
    }

    @Test
    void refuses_other_machines_for_learners_do_not_sign_in_yet() throws Exception {
        assertRefused("0.0.0.0", "serve", "--port=0", "--aws-port=0", "--host=0.0.0.0", data());
    }

    private String data() {
        return "--data=" + folder;
    }

    private static void assertRefused(String about, String... arguments) throws Exception {
        try (var server = ServerProcess.start("", arguments)) {
            int exitCode = server.exitCode();

            assertThat(exitCode).isNotZero();
            assertThat(server.errors().lines()).hasSize(1);
            assertThat(server.errors()).startsWith("groundschool: ").containsIgnoringCase(about);
        }
    }
}
