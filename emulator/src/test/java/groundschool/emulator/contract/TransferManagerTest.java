package groundschool.emulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Emulator;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.sandbox.Durability;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.transfer.s3.S3TransferManager;

/// The SDK's transfer manager, with the client that is written in Java: in parts, several at once.
class TransferManagerTest {

    private static final int SIZE_BYTES = 50 * 1024 * 1024;

    @TempDir Path folder;

    private Emulator emulator;
    private EmulatorServer server;
    private S3AsyncClient s3;
    private S3TransferManager transfers;

    @BeforeEach
    void start() throws IOException {
        emulator =
                new Emulator(
                        Sandboxes.at(
                                folder.resolve("data"), Durability.WRITE, InstantSource.system()));
        server = EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of());
        var key = emulator.sandboxes().create("111122223333");
        s3 =
                S3AsyncClient.builder()
                        .endpointOverride(server.uri())
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(key.id(), key.secret())))
                        .multipartEnabled(true)
                        .build();
        transfers = S3TransferManager.builder().s3Client(s3).build();
        s3.createBucket(create ->
                        create.bucket("shop")
                                .createBucketConfiguration(
                                        where -> where.locationConstraint("eu-west-1")))
                .join();
    }

    @AfterEach
    void stop() {
        transfers.close();
        s3.close();
        server.close();
        emulator.close();
    }

    @Test
    void uploads_and_downloads_a_large_file_in_parts() throws IOException {
        var bytes = new byte[SIZE_BYTES];
        new Random(7).nextBytes(bytes);
        var source = Files.write(folder.resolve("film.bin"), bytes);

        transfers
                .uploadFile(upload ->
                        upload.source(source)
                                .putObjectRequest(put -> put.bucket("shop").key("film.bin")))
                .completionFuture()
                .join();
        var copy = folder.resolve("copy.bin");
        transfers
                .downloadFile(download ->
                        download.destination(copy)
                                .getObjectRequest(get -> get.bucket("shop").key("film.bin")))
                .completionFuture()
                .join();

        assertThat(Files.mismatch(source, copy)).isEqualTo(-1);
        var head = s3.headObject(get -> get.bucket("shop").key("film.bin")).join();
        assertThat(head.contentLength()).isEqualTo(SIZE_BYTES);
        // Seven parts of 8 MB at most.
        assertThat(head.eTag()).endsWith("-7\"");
    }

    @Test
    void uploads_and_downloads_a_folder() throws IOException {
        var source = folder.resolve("site");
        for (var name : Set.of("index.html", "images/cake 1.jpg", "images/über/ü.txt", "empty")) {
            var file = source.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name.equals("empty") ? "" : "the file " + name);
        }

        var sent =
                transfers
                        .uploadDirectory(
                                upload -> upload.source(source).bucket("shop").s3Prefix("site"))
                        .completionFuture()
                        .join();
        var copy = folder.resolve("copy");
        var got =
                transfers
                        .downloadDirectory(download ->
                                download.destination(copy)
                                        .bucket("shop")
                                        .listObjectsV2RequestTransformer(
                                                list -> list.prefix("site/")))
                        .completionFuture()
                        .join();

        assertThat(sent.failedTransfers()).isEmpty();
        assertThat(got.failedTransfers()).isEmpty();
        assertThat(files(copy)).isEqualTo(files(source));
    }

    private static TreeMap<String, String> files(Path folder) throws IOException {
        var all = new TreeMap<String, String>();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                all.put(folder.relativize(path).toString(), Files.readString(path));
            }
        }
        return all;
    }
}
