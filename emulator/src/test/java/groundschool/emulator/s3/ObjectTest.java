package groundschool.emulator.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import groundschool.emulator.Caller;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectAttributes;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import tools.jackson.databind.json.JsonMapper;

class ObjectTest {

    private final S3Cloud cloud = new S3Cloud();

    @BeforeEach
    void makeBucket() {
        cloud.bucket("shop");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void is_read_as_it_was_written() {
        var put =
                cloud.put(
                        "shop",
                        "index.html",
                        "<h1>Books</h1>",
                        with -> with.contentType("text/html").metadata(Map.of("author", "Emma")));

        var got = cloud.s3.getObjectAsBytes(get -> get.bucket("shop").key("index.html"));
        assertThat(got.asUtf8String()).isEqualTo("<h1>Books</h1>");
        assertThat(got.response().contentType()).isEqualTo("text/html");
        assertThat(got.response().metadata()).containsEntry("author", "Emma");
        assertThat(got.response().eTag()).isEqualTo(put.eTag());
        assertThat(got.response().serverSideEncryptionAsString()).isEqualTo("AES256");
        assertThat(got.response().contentLength()).isEqualTo(14);
    }

    @Test
    void is_told_of_without_its_bytes() {
        cloud.put("shop", "a", "12345");

        var head = cloud.s3.headObject(head1 -> head1.bucket("shop").key("a"));

        assertThat(head.contentLength()).isEqualTo(5);
        assertThat(head.contentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(head.acceptRanges()).isEqualTo("bytes");
    }

    @Test
    void that_is_not_there_is_said_so() {
        var missing =
                catchThrowableOfType(NoSuchKeyException.class, () -> cloud.get("shop", "nothing"));
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.awsErrorDetails().errorMessage())
                .isEqualTo("The specified key does not exist.");
        assertThatThrownBy(() -> cloud.get("nowhere", "nothing"))
                .isInstanceOf(NoSuchBucketException.class);
        assertThatThrownBy(() -> cloud.s3.headObject(head -> head.bucket("shop").key("nothing")))
                .isInstanceOf(NoSuchKeyException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b+c",
                "a//b/",
                "/leading",
                "ünïcødé/😀",
                "100%",
                "%2F",
                "a&b=c?d#e",
                "semi;colon:at@comma,",
                "quote'\"<>{}|\\^`[]~",
                "dots/./here/../there",
                "tab\tnewline\n",
                "plus+plus",
                "x*y(z)!"
            })
    void may_have_any_key(String key) {
        cloud.put("shop", key, "here");

        assertThat(cloud.get("shop", key)).isEqualTo("here");
        assertThat(keys("")).containsExactly(key);
        cloud.s3.deleteObject(delete -> delete.bucket("shop").key(key));
        assertThat(keys("")).isEmpty();
    }

    private List<String> keys(String prefix) {
        return cloud
                .s3
                .listObjectsV2(
                        list -> list.bucket("shop").prefix(prefix).encodingType(EncodingType.URL))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    @Test
    void is_read_in_pieces() {
        cloud.put("shop", "a", "0123456789");

        assertThat(range("bytes=2-4")).isEqualTo("234");
        assertThat(range("bytes=7-")).isEqualTo("789");
        assertThat(range("bytes=-2")).isEqualTo("89");
        assertThat(range("bytes=5-100")).isEqualTo("56789");
        var piece =
                cloud.s3.getObjectAsBytes(get -> get.bucket("shop").key("a").range("bytes=2-4"));
        assertThat(piece.response().contentRange()).isEqualTo("bytes 2-4/10");
        assertThat(piece.response().sdkHttpResponse().statusCode()).isEqualTo(206);
        assertThatThrownBy(() -> range("bytes=10-"))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        refusal -> {
                            assertThat(refusal.statusCode()).isEqualTo(416);
                            assertThat(refusal.awsErrorDetails().errorCode())
                                    .isEqualTo("InvalidRange");
                        });
    }

    private String range(String range) {
        return cloud.s3
                .getObjectAsBytes(get -> get.bucket("shop").key("a").range(range))
                .asUtf8String();
    }

    @Test
    void is_read_only_if_it_is_another_than_the_reader_has() {
        var eTag = cloud.put("shop", "a", "one").eTag();

        assertStatus(
                304,
                () ->
                        cloud.s3.getObjectAsBytes(
                                get -> get.bucket("shop").key("a").ifNoneMatch(eTag)));
        assertStatus(
                412,
                () ->
                        cloud.s3.getObjectAsBytes(
                                get -> get.bucket("shop").key("a").ifMatch("\"other\"")));
        assertThat(
                        cloud.s3
                                .getObjectAsBytes(get -> get.bucket("shop").key("a").ifMatch(eTag))
                                .asUtf8String())
                .isEqualTo("one");
    }

    @Test
    void is_written_only_if_it_is_not_there_or_is_what_the_writer_knows() {
        cloud.put("shop", "a", "one", with -> with.ifNoneMatch("*"));

        assertStatus(412, () -> cloud.put("shop", "a", "two", with -> with.ifNoneMatch("*")));
        assertStatus(412, () -> cloud.put("shop", "a", "two", with -> with.ifMatch("\"other\"")));
        assertStatus(404, () -> cloud.put("shop", "b", "two", with -> with.ifMatch("\"other\"")));
        var eTag = cloud.s3.headObject(head -> head.bucket("shop").key("a")).eTag();
        cloud.put("shop", "a", "two", with -> with.ifMatch(eTag));
        assertThat(cloud.get("shop", "a")).isEqualTo("two");
    }

    @ParameterizedTest
    @EnumSource(
            value = ChecksumAlgorithm.class,
            names = {"CRC32", "CRC32_C", "SHA1", "SHA256"})
    void remembers_its_checksum(ChecksumAlgorithm algorithm) {
        cloud.put("shop", "a", "123456789", with -> with.checksumAlgorithm(algorithm));

        var sum =
                cloud.s3
                        .getObjectAttributes(get ->
                                get.bucket("shop")
                                        .key("a")
                                        .objectAttributes(
                                                ObjectAttributes.CHECKSUM,
                                                ObjectAttributes.OBJECT_SIZE))
                        .checksum();

        assertThat(sum.checksumTypeAsString()).isEqualTo("FULL_OBJECT");
        assertThat(
                        switch (algorithm) {
                            case CRC32 -> sum.checksumCRC32();
                            case CRC32_C -> sum.checksumCRC32C();
                            case SHA1 -> sum.checksumSHA1();
                            default -> sum.checksumSHA256();
                        })
                .isEqualTo(
                        switch (algorithm) {
                            case CRC32 -> "y/Q5Jg==";
                            case CRC32_C -> "4waSgw==";
                            case SHA1 -> "98O8HYCOBHMq32eZZczDTKeuNEE=";
                            default -> "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=";
                        });
        assertThat(
                        cloud.s3
                                .getObjectAsBytes(get ->
                                        get.bucket("shop")
                                                .key("a")
                                                .checksumMode(ChecksumMode.ENABLED))
                                .asUtf8String())
                .isEqualTo("123456789");
    }

    @Test
    void that_comes_without_a_checksum_gets_one() {
        try (var plain =
                cloud.client(
                        cloud.key,
                        with ->
                                with.requestChecksumCalculation(
                                        RequestChecksumCalculation.WHEN_REQUIRED))) {
            var put =
                    plain.putObject(
                            request -> request.bucket("shop").key("a"),
                            RequestBody.fromString("123456789"));

            assertThat(put.checksumCRC64NVME()).isEqualTo("rosUhgp5mIg=");
        }
    }

    @Test
    void with_another_checksum_than_promised_is_not_there() {
        assertCode(
                "BadDigest",
                () -> cloud.put("shop", "a", "text", with -> with.checksumCRC32("AAAAAA==")));
        assertCode(
                "BadDigest",
                () ->
                        cloud.put(
                                "shop",
                                "a",
                                "text",
                                with -> with.contentMD5("1B2M2Y8AsgTpgAmY7PhCfg==")));
        assertThat(keys("")).isEmpty();
    }

    @Test
    void is_copied_with_what_describes_it() {
        cloud.put("shop", "a b", "one", with -> with.metadata(Map.of("n", "1")));

        cloud.s3.copyObject(copy ->
                copy.sourceBucket("shop")
                        .sourceKey("a b")
                        .destinationBucket("shop")
                        .destinationKey("c"));
        cloud.s3.deleteObject(delete -> delete.bucket("shop").key("a b"));

        assertThat(cloud.get("shop", "c")).isEqualTo("one");
        assertThat(cloud.s3.headObject(head -> head.bucket("shop").key("c")).metadata())
                .containsEntry("n", "1");
        assertCode(
                "InvalidRequest",
                () ->
                        cloud.s3.copyObject(copy ->
                                copy.sourceBucket("shop")
                                        .sourceKey("c")
                                        .destinationBucket("shop")
                                        .destinationKey("c")));
        cloud.s3.copyObject(copy ->
                copy.sourceBucket("shop")
                        .sourceKey("c")
                        .destinationBucket("shop")
                        .destinationKey("c")
                        .metadataDirective(MetadataDirective.REPLACE)
                        .metadata(Map.of("n", "2")));
        assertThat(cloud.s3.headObject(head -> head.bucket("shop").key("c")).metadata())
                .containsEntry("n", "2");
    }

    @Test
    void many_are_deleted_at_once() {
        cloud.put("shop", "a", "1");
        cloud.put("shop", "b", "2");

        var answer =
                cloud.s3.deleteObjects(delete ->
                        delete.bucket("shop")
                                .delete(
                                        Delete.builder()
                                                .objects(
                                                        ObjectIdentifier.builder().key("a").build(),
                                                        ObjectIdentifier.builder()
                                                                .key("nothing")
                                                                .build())
                                                .build()));

        assertThat(answer.deleted()).extracting("key").containsExactly("a", "nothing");
        assertThat(keys("")).containsExactly("b");
    }

    @Test
    void is_listed_by_prefix_and_delimiter_page_by_page() {
        for (var key : List.of("a.txt", "b/1", "b/2", "b/c/3", "d/4", "e.txt")) {
            cloud.put("shop", key, "x");
        }

        var all = cloud.s3.listObjectsV2(list -> list.bucket("shop").delimiter("/"));
        assertThat(all.contents()).extracting(S3Object::key).containsExactly("a.txt", "e.txt");
        assertThat(all.commonPrefixes()).extracting("prefix").containsExactly("b/", "d/");
        assertThat(all.keyCount()).isEqualTo(4);
        var below = cloud.s3.listObjectsV2(list -> list.bucket("shop").prefix("b/").delimiter("/"));
        assertThat(below.contents()).extracting(S3Object::key).containsExactly("b/1", "b/2");
        assertThat(below.commonPrefixes()).extracting("prefix").containsExactly("b/c/");
        var pages =
                cloud.s3.listObjectsV2Paginator(
                        list -> list.bucket("shop").delimiter("/").maxKeys(1));
        assertThat(pages.stream().count()).isEqualTo(4);
        assertThat(pages.contents().stream().map(S3Object::key)).containsExactly("a.txt", "e.txt");
        assertThat(cloud.s3.listObjectsV2(list -> list.bucket("shop").startAfter("b/2")).contents())
                .extracting(S3Object::key)
                .containsExactly("b/c/3", "d/4", "e.txt");
        var old = cloud.s3.listObjects(list -> list.bucket("shop").delimiter("/").maxKeys(2));
        assertThat(old.nextMarker()).isEqualTo("b/");
        assertThat(old.contents().getFirst().owner().id()).hasSize(64);
    }

    @Test
    void of_which_there_are_thousands_is_listed_by_what_they_have_in_common() {
        var input = JsonMapper.shared().createObjectNode().put("Bucket", "shop").put("Body", "");
        var caller = Caller.of(cloud.key, cloud.sandbox(), "eu-west-1", "test");
        for (int each = 0; each < 2_000; each++) {
            input.put("Key", "d%02d/%04d".formatted(each % 20, each));
            cloud.emulator.perform(caller, "s3", "PutObject", input);
        }

        var folders = cloud.s3.listObjectsV2(list -> list.bucket("shop").delimiter("/"));
        assertThat(folders.commonPrefixes()).hasSize(20);
        assertThat(folders.isTruncated()).isFalse();
        var all =
                cloud.s3.listObjectsV2Paginator(list -> list.bucket("shop")).contents().stream()
                        .map(S3Object::key)
                        .toList();
        assertThat(all).hasSize(2_000).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void streams_in_chunks_that_are_signed() {
        var large = "0123456789abcdef".repeat(40_000);

        cloud.s3.putObject(
                put -> put.bucket("shop").key("large"),
                RequestBody.fromContentProvider(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)),
                        large.length(),
                        "text/plain"));

        assertThat(cloud.get("shop", "large")).isEqualTo(large);
    }

    static void assertStatus(int status, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        refusal -> assertThat(refusal.statusCode()).isEqualTo(status));
    }

    static void assertCode(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        refusal ->
                                assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code));
    }
}
