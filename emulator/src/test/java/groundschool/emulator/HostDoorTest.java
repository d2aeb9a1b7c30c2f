package groundschool.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostDoorTest {

    /// Answers with what it was asked.
    private record Shops() implements HostedThings {

        @Override
        public String service() {
            return "shop";
        }

        @Override
        public HttpResponse answer(Hosted hosted, String requestId) {
            if (hosted.request().path().equals("/broken")) {
                throw new IllegalStateException("a secret of ours");
            }
            var text = hosted.host().name() + " " + hosted.request().path();
            return HttpResponse.of(200, Headers.none(), text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final HostDoor door = new HostDoor(List.of(new Shops()));

    @Test
    void leads_to_what_has_the_name() {
        var answer = door.answer(get("books.shop.eu-west-1.localhost:4566", "/new"), "id");

        assertThat(text(answer)).isEqualTo("books /new");
        assertThat(answer.headers().first("Content-Security-Policy")).isEmpty();
    }

    @Test
    void is_a_path_too_which_no_page_may_trust() {
        var answer = door.answer(get("127.0.0.1:4566", "/_aws/shop/eu-west-1/books/new"), "id");

        assertThat(text(answer)).isEqualTo("books /new");
        assertThat(answer.headers().first("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void is_at_its_root_where_the_path_ends() {
        assertThat(text(door.answer(get("127.0.0.1", "/_aws/shop/eu-west-1/books"), "id")))
                .isEqualTo("books /");
    }

    @Test
    void takes_nothing_that_nobody_is_there_for() {
        assertThat(door.takes(get("books.shelf.eu-west-1.localhost", "/"))).isFalse();
        assertThat(door.takes(get("localhost", "/_aws/shelf/eu-west-1/books"))).isFalse();
        assertThat(door.takes(get("localhost", "/"))).isFalse();
        assertThat(door.takes(get("books.shop.localhost", "/"))).isTrue();
    }

    @Test
    void tells_nothing_of_what_goes_wrong_in_it() {
        var answer = door.answer(get("books.shop.localhost", "/broken"), "id");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(text(answer)).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    private static HttpRequest get(String host, String path) {
        return HttpRequest.of("GET", path, "", Headers.of("Host", host), new byte[0]);
    }

    private static String text(HttpResponse answer) {
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }
}
