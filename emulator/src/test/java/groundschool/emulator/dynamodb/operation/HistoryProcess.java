package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Durability;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process of its own that goes on with a history until it is killed. It prints the number of
/// each step once that has been answered.
final class HistoryProcess {

    private HistoryProcess() {}

    /// @param arguments the folder, the access key's id, the seed, the first step
    public static void main(String[] arguments) {
        try (var emulator = new Emulator(Sandboxes.at(Path.of(arguments[0]), Durability.WRITE))) {
            var key = emulator.sandboxes().key(arguments[1]).orElseThrow();
            var caller = caller(emulator, key);
            var history = new AnyHistory(Long.parseLong(arguments[2]));
            for (long step = Long.parseLong(arguments[3]); ; step++) {
                history.perform(step, emulator, caller);
                System.out.println(step);
            }
        }
    }

    static Caller caller(Emulator emulator, AccessKey key) {
        return new Caller(emulator.sandboxes().open(key.sandbox()), key.principal(), "eu-west-1");
    }

    static Process start(Path data, AccessKey key, long seed, long step, Path printed)
            throws IOException {
        var java = new ArrayList<String>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.addAll(List.of("-Xmx256m", "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1"));
        java.addAll(List.of("-cp", System.getProperty("java.class.path")));
        java.add(HistoryProcess.class.getName());
        java.addAll(List.of(data.toString(), key.id(), "" + seed, "" + step));
        return new ProcessBuilder(java)
                .redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
