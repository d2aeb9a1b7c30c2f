package groundschool.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerWriterTest {

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final AnswerWriter writer = new AnswerWriter(_ -> "Fine", this::take);

    private void take(ByteBuffer... pieces) {
        for (var piece : pieces) {
            while (piece.hasRemaining()) {
                sent.write(piece.get());
            }
        }
    }

    @Test
    void writes_head_and_body() throws Exception {
        writer.write(answer(Headers.of("X-One", "1", "X-Two", "2"), "body"), true);

        assertThat(text())
                .isEqualTo(
                        "HTTP/1.1 200 Fine\r\nX-One: 1\r\nX-Two: 2\r\nContent-Length: 4\r\n\r\nbody");
    }

    @Test
    void says_that_a_connection_ends() throws Exception {
        writer.write(answer(Headers.none(), ""), false);

        assertThat(text())
                .isEqualTo("HTTP/1.1 200 Fine\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    @Test
    void gives_the_length_of_a_body_that_it_leaves_out() throws Exception {
        writer.writeHead(answer(Headers.none(), "body"), true);

        assertThat(text()).isEqualTo("HTTP/1.1 200 Fine\r\nContent-Length: 4\r\n\r\n");
    }

    @Test
    void lets_no_value_end_its_line() throws Exception {
        writer.write(answer(Headers.of("X-A", "1\r\nX-B: 2", "X-C\n", "a\tb"), ""), true);

        assertThat(text()).contains("\r\nX-A: 1  X-B: 2\r\nX-C : a\tb\r\nContent-Length");
    }

    @Test
    void writes_other_letters_in_utf_8() throws Exception {
        writer.write(answer(Headers.of("X-Context", "{\"name\":\"Zo\u00eb \u2603\"}"), ""), true);

        assertThat(text()).contains("X-Context: {\"name\":\"Zo\u00eb \u2603\"}\r\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {8 * 1024, 8 * 1024 + 1, 64 * 1024, 64 * 1024 + 1, 200_000})
    void writes_bodies_of_any_length_to_their_end(int length) throws Exception {
        var body = "0123456789".repeat(length / 10 + 1).substring(0, length);

        writer.write(answer(Headers.none(), body), true);

        assertThat(text())
                .isEqualTo("HTTP/1.1 200 Fine\r\nContent-Length: " + length + "\r\n\r\n" + body);
    }

    @Test
    void streams_what_has_come_and_ends_with_an_empty_piece() throws Exception {
        writer.write(streamed(new Pieces(List.of("one", "", "seventeen letters"))), true);

        assertThat(text())
                .isEqualTo(
                        "HTTP/1.1 200 Fine\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n11\r\nseventeen letters\r\n0\r\n\r\n");
    }

    @Test
    void does_not_end_what_breaks_off() {
        var breaking =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("broken");
                    }
                };

        assertThatThrownBy(() -> writer.write(streamed(breaking), true)).hasMessage("broken");

        assertThat(text()).doesNotContain("0\r\n\r\n").endsWith("chunked\r\n\r\n");
    }

    private String text() {
        return sent.toString(StandardCharsets.UTF_8);
    }

    private static HttpResponse answer(Headers headers, String body) {
        return HttpResponse.of(200, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse streamed(InputStream body) {
        return new HttpResponse(200, Headers.none(), HttpResponse.STREAMED, body);
    }

    /// One of them for each read.
    private static final class Pieces extends InputStream {

        private final List<String> pieces;
        private int next;

        private Pieces(List<String> pieces) {
            this.pieces = pieces;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("is read in pieces");
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (next == pieces.size()) {
                return -1;
            }
            var piece = pieces.get(next++).getBytes(StandardCharsets.UTF_8);
            return piece.length == 0
                    ? 0
                    : new ByteArrayInputStream(piece).read(into, offset, length);
        }
    }
}
