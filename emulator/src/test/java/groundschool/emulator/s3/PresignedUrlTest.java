package groundschool.emulator.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Links that others may follow for a while.
class PresignedUrlTest {

    private final S3Cloud cloud = new S3Cloud();

    @BeforeEach
    void makeBucket() {
        cloud.bucket("shop");
        cloud.put("shop", "cake", "a cake");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void gives_what_it_was_signed_for_and_nothing_else() {
        var link = link("cake", Duration.ofMinutes(10));

        assertThat(get(link)).isEqualTo("a cake");
        assertThat(get(link.replace("/cake?", "/other?")))
                .contains("<Code>SignatureDoesNotMatch</Code>");
    }

    @Test
    void ends_on_the_clock_of_the_sandbox() {
        var link = link("cake", Duration.ofMinutes(10));

        cloud.sandbox().clock().advance(Duration.ofMinutes(9));
        assertThat(get(link)).isEqualTo("a cake");

        cloud.sandbox().clock().advance(Duration.ofMinutes(2));
        assertThat(get(link))
                .contains(
                        "<Code>AccessDenied</Code><Message>Request has expired</Message>",
                        "<X-Amz-Expires>600</X-Amz-Expires>");
    }

    private String link(String key, Duration lasts) {
        return cloud.link("shop", key, lasts);
    }

    private static String get(String link) {
        return S3Cloud.send(HttpRequest.newBuilder(URI.create(link)).build()).body();
    }
}
