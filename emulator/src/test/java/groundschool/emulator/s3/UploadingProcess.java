package groundschool.emulator.s3;

import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.Durability;
import groundschool.emulator.sandbox.Sandboxes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// A process of its own that puts one object over and over until it is killed, each time with one
/// letter only, and prints the number of each that was acknowledged.
final class UploadingProcess {

    static final int SIZE = 300_000;

    private UploadingProcess() {}

    public static void main(String[] arguments) {
        try (var emulator = new Emulator(Sandboxes.at(Path.of(arguments[0]), Durability.WRITE))) {
            var key = emulator.sandboxes().key(arguments[1]).orElseThrow();
            var caller =
                    Caller.of(key, emulator.sandboxes().open(key.sandbox()), "eu-west-1", "test");
            for (int i = Integer.parseInt(arguments[2]); ; i++) {
                var input = JsonMapper.shared().createObjectNode();
                input.put("Bucket", "shop").put("Key", "letters");
                input.put("Body", Base64.getEncoder().encodeToString(letters(i)));
                emulator.perform(caller, "s3", "PutObject", input);
                System.out.println(i);
            }
        }
    }

    static byte[] letters(int number) {
        var bytes = new byte[SIZE - number % 7];
        Arrays.fill(bytes, (byte) ('a' + number % 26));
        return bytes;
    }

    static Process start(Path data, String keyId, int first, Path printed) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        UploadingProcess.class.getName(),
                        data.toString(),
                        keyId,
                        Integer.toString(first))
                .redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static Optional<Integer> last(List<String> lines) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(lines.getLast()));
    }
}
