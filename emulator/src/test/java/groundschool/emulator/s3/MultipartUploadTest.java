package groundschool.emulator.s3;

import static groundschool.emulator.s3.ObjectTest.assertCode;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ObjectAttributes;

class MultipartUploadTest {

    private static final byte[] LARGE = bytes(5 * 1024 * 1024, 1);
    private static final byte[] SMALL = bytes(1234, 2);

    private final S3Cloud cloud = new S3Cloud();

    @BeforeEach
    void makeBucket() {
        cloud.bucket("shop");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private static byte[] bytes(int length, long seed) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private String begin(String key) {
        return cloud.s3.createMultipartUpload(create -> create.bucket("shop").key(key)).uploadId();
    }

    private CompletedPart part(String key, String upload, int number, byte[] bytes) {
        var eTag =
                cloud.s3
                        .uploadPart(
                                part ->
                                        part.bucket("shop")
                                                .key(key)
                                                .uploadId(upload)
                                                .partNumber(number),
                                RequestBody.fromBytes(bytes))
                        .eTag();
        return CompletedPart.builder().partNumber(number).eTag(eTag).build();
    }

    private CompleteMultipartUploadResponse complete(
            String key, String upload, CompletedPart... parts) {
        return cloud.s3.completeMultipartUpload(complete ->
                complete.bucket("shop")
                        .key(key)
                        .uploadId(upload)
                        .multipartUpload(all -> all.parts(parts)));
    }

    @Test
    void makes_one_object_of_its_parts() {
        var upload = begin("film");
        var second = part("film", upload, 2, SMALL);
        var first = part("film", upload, 1, LARGE);

        var done = complete("film", upload, first, second);

        assertThat(done.eTag()).endsWith("-2\"");
        var whole = cloud.s3.getObjectAsBytes(get -> get.bucket("shop").key("film")).asByteArray();
        assertThat(whole).hasSize(LARGE.length + SMALL.length);
        assertThat(Arrays.copyOf(whole, LARGE.length)).isEqualTo(LARGE);
        assertThat(Arrays.copyOfRange(whole, LARGE.length, whole.length)).isEqualTo(SMALL);
        var across =
                cloud.s3
                        .getObjectAsBytes(get ->
                                get.bucket("shop")
                                        .key("film")
                                        .range(
                                                "bytes=%d-%d"
                                                        .formatted(
                                                                LARGE.length - 2,
                                                                LARGE.length + 1)))
                        .asByteArray();
        assertThat(across)
                .containsExactly(
                        LARGE[LARGE.length - 2], LARGE[LARGE.length - 1], SMALL[0], SMALL[1]);
        assertThat(
                        cloud.s3
                                .getObjectAsBytes(
                                        get -> get.bucket("shop").key("film").partNumber(2))
                                .asByteArray())
                .isEqualTo(SMALL);
        assertThat(uploads()).isEmpty();
    }

    private List<String> uploads() {
        return cloud.s3.listMultipartUploads(list -> list.bucket("shop")).uploads().stream()
                .map(each -> each.key())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = ChecksumAlgorithm.class,
            names = {"CRC32", "CRC32_C"})
    void knows_the_checksum_of_the_whole_from_those_of_its_parts(ChecksumAlgorithm algorithm) {
        var upload =
                cloud.s3
                        .createMultipartUpload(create ->
                                create.bucket("shop")
                                        .key("film")
                                        .checksumAlgorithm(algorithm)
                                        .checksumType(ChecksumType.FULL_OBJECT))
                        .uploadId();
        var parts =
                IntStream.of(1, 2)
                        .mapToObj(number -> {
                            var answer =
                                    cloud.s3.uploadPart(
                                            part ->
                                                    part.bucket("shop")
                                                            .key("film")
                                                            .uploadId(upload)
                                                            .partNumber(number)
                                                            .checksumAlgorithm(algorithm),
                                            RequestBody.fromBytes(number == 1 ? LARGE : SMALL));
                            return CompletedPart.builder()
                                    .partNumber(number)
                                    .eTag(answer.eTag())
                                    .build();
                        })
                        .toArray(CompletedPart[]::new);

        var done = complete("film", upload, parts);
        var whole =
                cloud.s3.putObject(
                        put -> put.bucket("shop").key("once").checksumAlgorithm(algorithm),
                        RequestBody.fromBytes(
                                cloud.s3
                                        .getObjectAsBytes(get -> get.bucket("shop").key("film"))
                                        .asByteArray()));

        assertThat(done.checksumTypeAsString()).isEqualTo("FULL_OBJECT");
        assertThat(
                        algorithm == ChecksumAlgorithm.CRC32
                                ? done.checksumCRC32()
                                : done.checksumCRC32C())
                .isEqualTo(
                        algorithm == ChecksumAlgorithm.CRC32
                                ? whole.checksumCRC32()
                                : whole.checksumCRC32C());
    }

    @Test
    void may_have_a_checksum_of_checksums() {
        var upload =
                cloud.s3
                        .createMultipartUpload(create ->
                                create.bucket("shop")
                                        .key("film")
                                        .checksumAlgorithm(ChecksumAlgorithm.SHA256))
                        .uploadId();
        var answer =
                cloud.s3.uploadPart(
                        part ->
                                part.bucket("shop")
                                        .key("film")
                                        .uploadId(upload)
                                        .partNumber(1)
                                        .checksumAlgorithm(ChecksumAlgorithm.SHA256),
                        RequestBody.fromBytes(SMALL));

        var done =
                complete(
                        "film",
                        upload,
                        CompletedPart.builder()
                                .partNumber(1)
                                .eTag(answer.eTag())
                                .checksumSHA256(answer.checksumSHA256())
                                .build());

        assertThat(done.checksumSHA256()).endsWith("-1");
        var parts =
                cloud.s3
                        .getObjectAttributes(get ->
                                get.bucket("shop")
                                        .key("film")
                                        .objectAttributes(ObjectAttributes.OBJECT_PARTS))
                        .objectParts();
        assertThat(parts.totalPartsCount()).isEqualTo(1);
        assertThat(parts.parts().getFirst().checksumSHA256()).isEqualTo(answer.checksumSHA256());
    }

    @Test
    void is_refused_if_its_parts_are_not_right() {
        var upload = begin("film");
        var first = part("film", upload, 1, SMALL);
        var second = part("film", upload, 2, SMALL);

        assertCode("EntityTooSmall", () -> complete("film", upload, first, second));
        assertCode("InvalidPartOrder", () -> complete("film", upload, second, first));
        assertCode(
                "InvalidPart",
                () ->
                        complete(
                                "film",
                                upload,
                                CompletedPart.builder().partNumber(3).eTag("\"x\"").build()));
        assertCode("NoSuchUpload", () -> complete("other", upload, first));
        assertCode("MalformedXML", () -> complete("film", upload));
        assertThat(uploads()).containsExactly("film");
    }

    @Test
    void leaves_nothing_when_it_is_aborted() {
        var upload = begin("film");
        part("film", upload, 1, SMALL);
        assertThat(
                        cloud.s3
                                .listParts(list -> list.bucket("shop").key("film").uploadId(upload))
                                .parts())
                .hasSize(1);

        cloud.s3.abortMultipartUpload(abort -> abort.bucket("shop").key("film").uploadId(upload));

        assertThat(uploads()).isEmpty();
        assertCode("NoSuchUpload", () -> part("film", upload, 2, SMALL));
    }

    @Test
    void takes_pieces_of_other_objects() {
        cloud.put("shop", "source", "0123456789");
        var upload = begin("copy");

        var copied =
                cloud.s3.uploadPartCopy(copy ->
                        copy.sourceBucket("shop")
                                .sourceKey("source")
                                .copySourceRange("bytes=2-5")
                                .destinationBucket("shop")
                                .destinationKey("copy")
                                .uploadId(upload)
                                .partNumber(1));
        cloud.s3.deleteObject(delete -> delete.bucket("shop").key("source"));
        complete(
                "copy",
                upload,
                CompletedPart.builder().partNumber(1).eTag(copied.copyPartResult().eTag()).build());

        assertThat(cloud.get("shop", "copy")).isEqualTo("2345");
    }

    @Test
    void goes_on_beside_others() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    IntStream.range(0, 8)
                            .mapToObj(each ->
                                    threads.submit(() -> {
                                        var key = "film-" + each;
                                        var upload = begin(key);
                                        var first = part(key, upload, 1, LARGE);
                                        var second = part(key, upload, 2, bytes(each + 1, each));
                                        return complete(key, upload, first, second).key();
                                    }))
                            .toList();
            for (var each : all) {
                assertThat(each.get()).startsWith("film-");
            }
        }
        for (int each = 0; each < 8; each++) {
            var key = "film-" + each;
            assertThat(cloud.s3.headObject(head -> head.bucket("shop").key(key)).contentLength())
                    .isEqualTo(LARGE.length + each + 1);
        }
    }
}
