package groundschool.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import groundschool.OnPath;
import groundschool.emulator.Emulator;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.sandbox.Sandboxes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the same scripts in the terminal, and with bash and a real AWS CLI, and compares what both
/// print. Skipped where no AWS CLI is found.
///
/// The real one only ever calls an emulator on this machine, with keys made up for it.
class RealCliContractTest {

    private static final String KEY = "GROUNDSCHOOLCONTRACT";

    private record Outcome(String out, String complaint, int exitCode) {}

    static List<String> scripts() {
        return ContractScripts.all();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void prints_what_the_real_one_prints(String script, @TempDir Path folder) throws Exception {
        assumeTrue(OnPath.has("aws") && OnPath.has("bash"), "no AWS CLI (or no bash) on PATH");

        var real = real(script, Map.of(), folder);
        var ours = ours(script, Map.of());

        assertThat(ours.out()).isEqualTo(real.out());
        assertThat(ours.complaint()).isEqualTo(real.complaint());
        assertThat(ours.exitCode())
                .satisfies(code -> assertThat(real.exitCode()).isIn(sameAs(code)));
    }

    /// A lab's own solution, and what a person might ask of the table afterwards.
    @Test
    void does_a_lab_alike(@TempDir Path folder) throws Exception {
        assumeTrue(OnPath.has("aws") && OnPath.has("bash"), "no AWS CLI (or no bash) on PATH");
        var lab = Path.of("../labs/orders-table");
        var script = Files.readString(lab.resolve("solution.sh")) + ContractScripts.QUESTIONS;
        var files = new TreeMap<String, String>();
        try (var starter = Files.list(lab.resolve("starter"))) {
            for (var file : starter.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }

        var real = real(script, files, folder);
        var ours = ours(script, files);

        assertThat(ours).isEqualTo(real);
    }

    private static Outcome ours(String script, Map<String, String> files) {
        try (var desk = new Desk()) {
            files.forEach(desk.terminal().workspace()::write);
            var result = desk.type(script);
            return new Outcome(neutral(result.out()), complaint(result.error()), result.exitCode());
        }
    }

    private static Outcome real(String script, Map<String, String> files, Path folder)
            throws Exception {
        var config = folder.resolve("config");
        Files.writeString(config, "[default]\ncli_timestamp_format = iso8601\n");
        var out = folder.resolve("out");
        var error = folder.resolve("error");
        var work = Files.createDirectory(folder.resolve("work"));
        for (var file : files.entrySet()) {
            Files.writeString(work.resolve(file.getKey()), file.getValue());
        }
        var sandboxes = Sandboxes.inMemory();
        sandboxes.add(KEY, "a secret of no worth", "123456789012");
        try (var emulator = new Emulator(sandboxes);
                var port = EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of())) {
            var alias =
                    "aws() { command aws --endpoint-url %s \"$@\"; }\n"
                            .formatted(port.uri().toString());
            var builder = new ProcessBuilder("bash", "-c", alias + script);
            var environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("AWS_"));
            environment.put("AWS_ENDPOINT_URL", port.uri().toString());
            environment.put("AWS_ACCESS_KEY_ID", KEY);
            environment.put("AWS_SECRET_ACCESS_KEY", "a secret of no worth");
            environment.put("AWS_DEFAULT_REGION", Desk.REGION);
            environment.put("AWS_CONFIG_FILE", config.toString());
            environment.put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString());
            environment.put("AWS_EC2_METADATA_DISABLED", "true");
            environment.put("AWS_MAX_ATTEMPTS", "1");
            environment.put("AWS_PAGER", "");
            environment.put("TZ", "UTC");
            environment.put("TABLE", "orders-7");
            var process =
                    builder.directory(work.toFile())
                            .redirectOutput(out.toFile())
                            .redirectError(error.toFile())
                            .start();
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return new Outcome(
                    neutral(Files.readString(out)),
                    complaint(Files.readString(error)),
                    process.exitValue());
        }
    }

    /// Version 1 of the CLI ends with 2 or 255 where version 2, and the terminal, end with 252, and
    /// with 255 where a service refuses.
    private static List<Integer> sameAs(int exitCode) {
        return switch (exitCode) {
            case 252 -> List.of(2, 252, 255);
            case 254 -> List.of(254, 255);
            default -> List.of(exitCode);
        };
    }

    /// Without what differs from run to run.
    private static String neutral(String out) {
        return out.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll("(?m)^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "TIME")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?\\+00:00", "TIME");
    }

    /// Without the usage, which differs between the versions of the CLI.
    private static String complaint(String error) {
        var usageEnd = error.lastIndexOf("<subcommand> help\n");
        var rest = usageEnd < 0 ? error : error.substring(error.indexOf('\n', usageEnd));
        return neutral(rest.strip());
    }
}
