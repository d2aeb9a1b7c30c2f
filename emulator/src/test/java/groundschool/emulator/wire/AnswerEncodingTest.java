package groundschool.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerEncodingTest {

    /// Source: ScyllaDB's `test_compressed_response.py`, which was run against DynamoDB
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    gzip, deflate                               | gzip
                    br, identity, deflate, gzip                 | deflate
                    GZIP, identity                              | gzip
                    dog, gzip ,, cat                            | gzip
                    gzip;q=0.8, deflate;q=0.5                   | gzip
                    br, gzip;q=0, deflate; q = 0.5 , identity;q=0 | deflate
                    *                                           | gzip
                    *, deflate;q=0.5                            | gzip
                    *, deflate                                  | deflate
                    *, identity                                 | gzip
                    *, gzip;q=0.5                               | deflate
                    *;q=0.5,identity                            | gzip
                    gzip;q=0.5,identity;q=0.8                   | gzip
                    deflate;q=0.5, gzip;q=31                    | gzip
                    gzip;q=31,deflate;q=51                      | gzip
                    deflate;q=0.5, gzip;q=0.2                   | deflate
                    deflate;q=0.5, gzip;q=1;q=0.2               | gzip
                    deflate;q=0.5,gzip;q=0.                     | deflate
                    deflate;q=0.5,gzip;q=0.x                    | gzip
                    deflate;q=-0.5,gzip;q=0.2                   | gzip
                    gzip;q=0, gzip;q=1, gzip;q=0                | gzip
                    br,identity;q=0.5,gzip;q=0.0001             | gzip
                    """)
    void the_client_says_which_it_likes(String accept, String encoding) {
        assertThat(AnswerEncoding.choose(accept)).contains(encoding);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identity",
                "",
                "br",
                "zstd",
                "compress",
                "x-gzip",
                "gzip ;q=0",
                "identity;q=0",
                "*;q=0",
                "br;q=0.8,identity;q=0.5,*;q=0",
                "\"gzip\"",
                "gzip br",
                "gzip:q=1",
                "gzip;nq=1;q=0 "
            })
    void or_that_it_likes_none(String accept) {
        assertThat(AnswerEncoding.choose(accept)).isEmpty();
    }

    @Test
    void what_is_4_kb_or_more_is_packed_and_the_checksum_is_of_what_is_sent() throws IOException {
        var body = "x".repeat(4096).getBytes();

        var gzip = AnswerEncoding.answer(request("gzip"), 200, "a/b", body, "id");
        var deflate = AnswerEncoding.answer(request("deflate"), 200, "a/b", body, "id");

        var packed = gzip.bytes();
        assertThat(gzip.headers().first("Content-Encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
                .isEqualTo(body);
        assertThat(
                        new InflaterInputStream(new ByteArrayInputStream(deflate.bytes()))
                                .readAllBytes())
                .isEqualTo(body);
        var crc = new CRC32();
        crc.update(packed);
        assertThat(gzip.headers().first("x-amz-crc32")).contains("" + crc.getValue());
    }

    @Test
    void what_is_less_goes_as_it_is() {
        var body = "x".repeat(4095).getBytes();

        var answer = AnswerEncoding.answer(request("gzip"), 200, "a/b", body, "id");

        assertThat(answer.headers().first("Content-Encoding")).isEmpty();
        assertThat(answer.bytes()).isEqualTo(body);
    }

    private static HttpRequest request(String accept) {
        return HttpRequest.of("POST", "/", "", Headers.of("Accept-Encoding", accept), new byte[0]);
    }
}
