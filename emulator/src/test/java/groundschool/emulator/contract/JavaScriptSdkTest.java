package groundschool.emulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import groundschool.emulator.Emulator;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The AWS SDK for JavaScript 3, in Node.js: runs the programs in src/test/javascript.
class JavaScriptSdkTest {

    private static final Path SOURCE = Path.of("src/test/javascript");
    private static final Path FOLDER = Path.of("target/javascript").toAbsolutePath();

    /// Installs what the lock file says, once.
    @BeforeAll
    static void install() throws IOException {
        assumeTrue(OtherProgram.find("node").isPresent(), "skipped: there is no `node` on PATH");
        assumeTrue(OtherProgram.find("npm").isPresent(), "skipped: there is no `npm` on PATH");
        Files.createDirectories(FOLDER);
        for (var file :
                List.of(
                        "package.json",
                        "package-lock.json",
                        ".npmrc",
                        "contract.mjs",
                        "documents.mjs",
                        "functions.mjs",
                        "gateways.mjs",
                        "identities.mjs",
                        "objects.mjs",
                        "sockets.mjs")) {
            Files.copy(
                    SOURCE.resolve(file),
                    FOLDER.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(FOLDER.resolve("empty"), "");
        Zip.write(
                FOLDER.resolve("echo.zip"),
                "index.mjs",
                "export const handler = async (event) => ({ hello: event.name });");
        Zip.write(
                FOLDER.resolve("answers.zip"),
                "index.mjs",
                "export const handler = async (event) => ({ statusCode: 201, headers: { 'x-made': 'yes' }, body: JSON.stringify({ method: event.httpMethod, n: event.queryStringParameters.n, body: event.body }) });");
        var lock = Files.readString(FOLDER.resolve("package-lock.json"));
        var installed = FOLDER.resolve("installed.json");
        if (Files.exists(installed) && Files.readString(installed).equals(lock)) {
            return;
        }
        var npm =
                OtherProgram.run(
                        FOLDER,
                        Map.of(),
                        List.of("npm", "ci", "--ignore-scripts", "--prefer-offline"));
        assumeTrue(npm.exit() == 0, "skipped: npm could not install the SDK: " + npm.output());
        Files.writeString(installed, lock);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contract.mjs",
                "documents.mjs",
                "functions.mjs",
                "gateways.mjs",
                "identities.mjs",
                "objects.mjs",
                "sockets.mjs"
            })
    void calls_the_emulator_as_it_calls_aws(String program) throws IOException {
        try (var emulator = new Emulator(Sandboxes.inMemory());
                var server = EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of())) {
            var key = emulator.sandboxes().create("111122223333");

            var node =
                    OtherProgram.run(
                            FOLDER,
                            OtherProgram.environment(server.uri(), key, FOLDER.resolve("empty")),
                            List.of("node", "--test-reporter=spec", "--test", program));

            assertThat(node.exit()).as(node.output()).isZero();
            assertThat(node.output()).contains("fail 0");
        }
    }
}
