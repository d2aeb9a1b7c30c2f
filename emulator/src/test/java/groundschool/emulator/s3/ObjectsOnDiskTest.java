package groundschool.emulator.s3;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.sandbox.Durability;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

class ObjectsOnDiskTest {

    @TempDir Path folder;

    private List<Path> blobs() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches("[0-9a-f]{64}|new-.*"))
                    .toList();
        }
    }

    private void awaitBlobs(int count) throws Exception {
        for (int tries = 0; blobs().size() != count && tries < 500; tries++) {
            Thread.sleep(Duration.ofMillis(10));
        }
        assertThat(blobs()).hasSize(count);
    }

    @Test
    void are_there_after_a_restart() {
        String id;
        try (var cloud = new S3Cloud(Sandboxes.at(folder, Durability.WRITE))) {
            id = cloud.key.id();
            cloud.bucket("shop");
            cloud.put("shop", "a", "still here");
        }
        try (var cloud = new S3Cloud(Sandboxes.at(folder, Durability.WRITE));
                var before = cloud.client(cloud.emulator.sandboxes().key(id).orElseThrow())) {
            assertThat(before.getObjectAsBytes(get -> get.bucket("shop").key("a")).asUtf8String())
                    .isEqualTo("still here");
        }
    }

    @Test
    void leave_no_file_when_they_are_overwritten_deleted_or_refused() throws Exception {
        try (var cloud = new S3Cloud(Sandboxes.at(folder, Durability.WRITE))) {
            cloud.bucket("shop");
            cloud.put("shop", "a", "one");
            cloud.put("shop", "a", "two");
            awaitBlobs(1);
            cloud.s3.copyObject(copy ->
                    copy.sourceBucket("shop")
                            .sourceKey("a")
                            .destinationBucket("shop")
                            .destinationKey("b"));
            cloud.s3.deleteObject(delete -> delete.bucket("shop").key("a"));
            awaitBlobs(1);
            assertThat(cloud.get("shop", "b")).isEqualTo("two");
            ObjectTest.assertStatus(
                    412, () -> cloud.put("shop", "b", "three", with -> with.ifNoneMatch("*")));
            cloud.s3.deleteObject(delete -> delete.bucket("shop").key("b"));
            awaitBlobs(0);
        }
    }

    @Test
    void stay_as_long_as_a_checkpoint_has_them() throws Exception {
        try (var cloud = new S3Cloud(Sandboxes.at(folder, Durability.WRITE))) {
            cloud.bucket("shop");
            cloud.put("shop", "a", "one");
            var checkpoint = cloud.sandbox().checkpoint();
            cloud.s3.deleteObject(delete -> delete.bucket("shop").key("a"));
            Thread.sleep(Duration.ofMillis(100));
            assertThat(blobs()).hasSize(1);

            cloud.sandbox().rewind(checkpoint);

            assertThat(cloud.get("shop", "a")).isEqualTo("one");
        }
    }

    @Test
    void are_never_torn_when_the_process_is_killed() throws Exception {
        String id;
        try (var cloud = new S3Cloud(Sandboxes.at(folder, Durability.WRITE))) {
            id = cloud.key.id();
            cloud.bucket("shop");
        }
        var printed = folder.resolve("printed");
        var random = new Random();
        int acknowledged = 0;
        for (int round = 0; round < 4; round++) {
            var process = UploadingProcess.start(folder, id, acknowledged + 1, printed);
            while (process.isAlive() && Files.size(printed) == 0) {
                Thread.sleep(Duration.ofMillis(1));
            }
            Thread.sleep(Duration.ofMillis(random.nextInt(200)));
            process.destroyForcibly().waitFor();
            acknowledged =
                    UploadingProcess.last(completeLines(Files.readString(printed)))
                            .orElse(acknowledged);

            try (var cloud = new S3Cloud(Sandboxes.at(folder, Durability.WRITE));
                    var before = cloud.client(cloud.emulator.sandboxes().key(id).orElseThrow())) {
                ResponseBytes<GetObjectResponse> got =
                        before.getObjectAsBytes(get -> get.bucket("shop").key("letters"));
                assertThat(got.asByteArray())
                        .isIn(
                                UploadingProcess.letters(acknowledged),
                                UploadingProcess.letters(acknowledged + 1));
            }
        }
        assertThat(acknowledged).isGreaterThan(3);
    }

    private static List<String> completeLines(String text) {
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
