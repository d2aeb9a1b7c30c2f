package groundschool.emulator.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process of its own that writes to a storage until it is killed or the storage refuses. It
/// prints the number of each transition once that has been acknowledged, then why it was refused,
/// and whether there was room for a small one then.
final class WriterProcess {

    private WriterProcess() {}

    public static void main(String[] arguments) {
        var padding = "x".repeat(Integer.parseInt(arguments[1]));
        try (var storage = Storage.at(Path.of(arguments[0]), Durability.WRITE)) {
            var map = storage.map("numbers", new TextFormat());
            fill(storage, map, padding);
            storage.transition(() -> map.put(Key.of("less"), ""));
            System.out.println("room for less");
        }
    }

    private static void fill(Storage storage, StoredMap<String> map, String padding) {
        try {
            for (int i = map.size() / 2 + 1; ; i++) {
                var number = Integer.toString(i);
                storage.transition(() -> {
                    map.put(Key.of("left " + number), padding);
                    map.put(Key.of("right " + number), padding);
                });
                System.out.println(number);
            }
        } catch (StorageException refusal) {
            System.out.println(refusal.getMessage());
        }
    }

    /// Starts one.
    ///
    /// @param prefix a shell command that goes before, such as `ulimit -f 100; `
    static Process start(String prefix, Path log, int paddingBytes, Path printed)
            throws IOException {
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.addAll(List.of("-Xmx256m", "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1"));
        java.addAll(List.of("-cp", System.getProperty("java.class.path")));
        java.add(WriterProcess.class.getName());
        java.addAll(List.of(log.toString(), Integer.toString(paddingBytes)));
        var command = "'" + String.join("' '", java) + "'";
        return new ProcessBuilder("bash", "-c", prefix + "exec " + command)
                .redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
