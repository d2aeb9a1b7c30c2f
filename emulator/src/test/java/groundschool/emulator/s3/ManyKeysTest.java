package groundschool.emulator.s3;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.S3Object;
import tools.jackson.databind.node.JsonNodeFactory;

/// A bucket with 10,000 objects, a hundred in each of a hundred folders.
final class ManyKeysTest {

    private static final List<String> FOLDERS =
            IntStream.range(0, 100).mapToObj("folder %02d/"::formatted).toList();

    private static final S3Cloud CLOUD = new S3Cloud();

    @BeforeAll
    static void fill() {
        CLOUD.bucket("shop");
        var caller = Caller.of(CLOUD.key, CLOUD.sandbox(), "eu-west-1", "");
        for (var folder : FOLDERS) {
            for (int i = 0; i < 100; i++) {
                var input = JsonNodeFactory.instance.objectNode();
                input.put("Bucket", "shop").put("Key", folder + "%02d".formatted(i));
                CLOUD.emulator.perform(caller, "s3", "PutObject", input);
            }
        }
    }

    @AfterAll
    static void close() {
        CLOUD.close();
    }

    @Test
    void shows_its_folders_page_by_page() {
        var pages =
                CLOUD.s3.listObjectsV2Paginator(
                        list -> list.bucket("shop").delimiter("/").maxKeys(30));

        assertThat(pages.stream().map(page -> page.commonPrefixes().size()))
                .containsExactly(30, 30, 30, 10);
        assertThat(pages.commonPrefixes().stream().map(CommonPrefix::prefix))
                .containsExactlyElementsOf(FOLDERS);
        assertThat(pages.contents()).isEmpty();
    }

    @Test
    void shows_all_of_its_keys_in_order() {
        var keys = new ArrayList<String>();
        for (var page : CLOUD.s3.listObjectsV2Paginator(list -> list.bucket("shop"))) {
            assertThat(page.keyCount()).isEqualTo(1000);
            page.contents().stream().map(S3Object::key).forEach(keys::add);
        }

        assertThat(keys).hasSize(10_000).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void shows_what_is_in_a_folder_and_behind_a_key() {
        var rest =
                CLOUD.s3.listObjectsV2(list ->
                        list.bucket("shop").prefix("folder 42/").startAfter("folder 42/97"));

        assertThat(rest.contents())
                .extracting(S3Object::key)
                .containsExactly("folder 42/98", "folder 42/99");
    }
}
