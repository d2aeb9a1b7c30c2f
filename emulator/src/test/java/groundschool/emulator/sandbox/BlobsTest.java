package groundschool.emulator.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobsTest {

    @TempDir Path folder;

    @Test
    void what_somebody_needs_outlives_a_restart_and_the_rest_is_swept() {
        String needed;
        String forgotten;
        String id;
        try (var sandboxes = Sandboxes.at(folder, Durability.WRITE)) {
            id = sandboxes.create("111122223333").sandbox();
            var sandbox = sandboxes.open(id);
            needed = sandbox.blobs().put(bytes("needed"));
            forgotten = sandbox.blobs().put(bytes("forgotten"));
            var name = needed;
            sandbox.storage().transition(() -> sandbox.blobs().need(name, "function"));
        }

        try (var sandboxes = Sandboxes.at(folder, Durability.WRITE)) {
            var blobs = sandboxes.open(id).blobs();
            assertThat(blobs.read(needed)).contains(bytes("needed"));
            assertThat(blobs.read(forgotten)).isEmpty();
        }
    }

    @Test
    void what_a_checkpoint_names_is_kept() {
        String name;
        String id;
        try (var sandboxes = Sandboxes.at(folder, Durability.WRITE)) {
            id = sandboxes.create("111122223333").sandbox();
            var sandbox = sandboxes.open(id);
            name = sandbox.blobs().put(bytes("old"));
            sandbox.storage().transition(() -> sandbox.blobs().need(name, "function"));
            sandbox.checkpoint();
            sandbox.storage().transition(() -> sandbox.blobs().release(name, "function"));
        }

        try (var sandboxes = Sandboxes.at(folder, Durability.WRITE)) {
            assertThat(sandboxes.open(id).blobs().read(name)).contains(bytes("old"));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
