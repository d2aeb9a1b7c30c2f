package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Durability;
import groundschool.emulator.sandbox.Sandboxes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever was answered is there after `kill -9`, in the table, its index and its stream alike,
/// and nothing else is but the step that was under way.
class KilledEmulatorTest {

    private static final int ROUNDS = 4;

    @TempDir Path folder;

    @Test
    void has_what_the_same_history_leads_to_that_nobody_interrupted() throws Exception {
        long seed = new Random().nextLong(1_000_000);
        var random = new Random(seed);
        var data = folder.resolve("data");
        var printed = folder.resolve("printed");
        var key = create(data);
        long done = 0;
        try (var model = new Emulator(Sandboxes.inMemory())) {
            var modelKey = model.sandboxes().create("123456789012");
            var modeller = HistoryProcess.caller(model, modelKey);
            var history = new AnyHistory(seed);
            for (int round = 0; round < ROUNDS; round++) {
                var process = HistoryProcess.start(data, key, seed, done, printed);
                while (process.isAlive() && printed.toFile().length() == 0) {
                    Thread.sleep(Duration.ofMillis(1));
                }
                Thread.sleep(Duration.ofMillis(random.nextInt(300)));
                process.destroyForcibly().waitFor();

                long answered = answered(Files.readString(printed));
                for (; done <= answered; done++) {
                    history.perform(done, model, modeller);
                }
                var there = outcome(data, key);
                if (!there.equals(AnyHistory.outcome(model, modeller))) {
                    // The step that was under way may be done as well.
                    history.perform(done++, model, modeller);
                    assertThat(there)
                            .as("seed %d, step %d", seed, done - 1)
                            .isEqualTo(AnyHistory.outcome(model, modeller));
                }
            }
        }
        assertThat(done).isGreaterThan(ROUNDS);
    }

    private static AccessKey create(Path data) {
        try (var emulator = new Emulator(Sandboxes.at(data, Durability.WRITE))) {
            return emulator.sandboxes().create("123456789012");
        }
    }

    private static List<String> outcome(Path data, AccessKey key) {
        try (var emulator = new Emulator(Sandboxes.at(data, Durability.WRITE))) {
            return AnyHistory.outcome(emulator, HistoryProcess.caller(emulator, key));
        }
    }

    /// The last number that was printed whole; the killed process may have left half a line.
    private static long answered(String printed) {
        var whole = printed.substring(0, printed.lastIndexOf('\n'));
        return Long.parseLong(whole.substring(whole.lastIndexOf('\n') + 1));
    }
}
