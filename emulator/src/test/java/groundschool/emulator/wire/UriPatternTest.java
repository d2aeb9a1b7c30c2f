package groundschool.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UriPatternTest {

    @Test
    void a_label_takes_one_segment_and_is_decoded() {
        assertThat(match("/functions/{Name}/policy", "/functions/arn%3Aaws%3Aa/policy"))
                .contains(Map.of("Name", "arn:aws:a"));
        assertThat(match("/functions/{Name}/policy", "/functions/a/b/policy")).isEmpty();
        assertThat(match("/functions/{Name}", "/functions/")).isEmpty();
    }

    @Test
    void a_greedy_label_takes_slashes_too() {
        assertThat(match("/{Bucket}/{Key+}", "/photos/2026/cat%20.jpg"))
                .contains(Map.of("Bucket", "photos", "Key", "2026/cat .jpg"));
        assertThat(match("/{Bucket}/{Key+}", "/photos/2026/"))
                .contains(Map.of("Bucket", "photos", "Key", "2026/"));
        assertThat(match("/{Key+}/end", "/a/b/end")).contains(Map.of("Key", "a/b"));
    }

    @Test
    void a_slash_at_the_end_changes_nothing() {
        assertThat(match("/event-source-mappings", "/event-source-mappings/")).isPresent();
    }

    @Test
    void a_query_in_the_pattern_must_be_in_the_request() {
        var pattern = UriPattern.of("/layers?find=LayerVersion");

        assertThat(pattern.match("/layers", QueryParameters.of("find=LayerVersion&Arn=a")))
                .isPresent();
        assertThat(pattern.match("/layers", QueryParameters.of("find=Layer"))).isEmpty();
        assertThat(pattern.match("/layers", QueryParameters.of(""))).isEmpty();
        assertThat(pattern.compare(UriPattern.of("/layers"))).isNegative();
    }

    private static Optional<Map<String, String>> match(String pattern, String path) {
        return UriPattern.of(pattern).match(path, QueryParameters.of(""));
    }
}
