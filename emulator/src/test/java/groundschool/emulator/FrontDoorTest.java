package groundschool.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.sandbox.Sandboxes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is answered before any operation is reached, and in which order things are looked at.
///
/// The checksums are DynamoDB's own, of the same bodies.
///
/// Source: [dynalite's tests](https://github.com/architect/dynalite/blob/main/test/connection.js),
/// which run against DynamoDB too.
class FrontDoorTest {

    private static final String LIST_TABLES = "DynamoDB_20120810.ListTables";

    private final Emulator emulator = new Emulator(Sandboxes.inMemory());

    @AfterEach
    void close() {
        emulator.close();
    }

    @ParameterizedTest
    @CsvSource({"PUT", "DELETE", "OPTIONS", "PATCH"})
    void only_posts_reach_an_operation(String method) {
        var answer = send(method, "", Headers.none(), "");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(body(answer)).isEqualTo("<UnknownOperationException/>\n");
        assertThat(answer.headers().first("x-amz-crc32")).contains("3552371480");
    }

    @ParameterizedTest
    @CsvSource({"''", "whatever", "application/x-amz-json-1.1", "application/jsonasdf"})
    void a_body_has_a_type_that_the_service_reads(String contentType) {
        var answer = send("POST", "", Headers.of("Content-Type", contentType), "hi");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(body(answer)).isEqualTo("<UnknownOperationException/>\n");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, application/json",
        "application/x-amz-json-1.0, application/x-amz-json-1.0",
        "'  application/json  ;   asfd', application/json",
        "application/x-amz-json-1.0;blahblah, application/x-amz-json-1.0"
    })
    void the_body_is_read_before_anything_else(String contentType, String answered) {
        var answer = send("POST", "", Headers.of("Content-Type", contentType), "hi");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(body(answer))
                .isEqualTo("{\"__type\":\"com.amazon.coral.service#SerializationException\"}");
        assertThat(answer.headers().first("x-amz-crc32")).contains("3948637019");
        assertThat(answer.headers().first("Content-Type")).contains(answered);
        assertThat(answer.headers().first("x-amzn-RequestId").orElseThrow())
                .matches("[0-9A-Z]{52}");
    }

    @ParameterizedTest
    @CsvSource({"''", "whatever", "DynamoDB_20120810", "DynamoDB_20120810.ListTable"})
    void then_the_operation_is_looked_for(String target) {
        var answer = send("POST", "", Headers.of("X-Amz-Target", target), "");

        assertThat(body(answer))
                .isEqualTo("{\"__type\":\"com.amazon.coral.service#UnknownOperationException\"}");
        assertThat(answer.headers().first("x-amz-crc32")).contains("1368724161");
    }

    @Test
    void an_operation_that_only_aws_has_is_told_apart() {
        var answer =
                send(
                        "POST",
                        "",
                        Headers.of(
                                "X-Amz-Target",
                                "DynamoDB_20120810.EnableKinesisStreamingDestination"),
                        "");

        assertThat(body(answer))
                .contains(
                        "Groundschool's emulator does not have EnableKinesisStreamingDestination of dynamodb yet.");
    }

    @ParameterizedTest
    @CsvSource({"AWS4, ''", "X, X-Amz-Algorith"})
    void then_the_signature(String authorization, String query) {
        var answer =
                send(
                        "POST",
                        query,
                        Headers.of("X-Amz-Target", LIST_TABLES, "Authorization", authorization),
                        "");

        assertThat(answer.headers().first("x-amz-crc32")).contains("2088342776");
        assertThat(body(answer)).contains("Request is missing Authentication Token");
    }

    @Test
    void a_query_without_an_algorithm_is_no_signature() {
        var answer =
                send(
                        "POST",
                        "X-Amz-Credential=a&X-Amz-Signature=b&X-Amz-SignedHeaders=c&X-Amz-Date=d",
                        Headers.of("X-Amz-Target", LIST_TABLES),
                        "");

        assertThat(answer.headers().first("x-amz-crc32")).contains("2088342776");
    }

    @Test
    void one_signature_is_enough() {
        var answer =
                send(
                        "POST",
                        "X-Amz-Algorithm",
                        Headers.of("X-Amz-Target", LIST_TABLES, "Authorization", "X"),
                        "");

        assertThat(answer.headers().first("x-amz-crc32")).contains("2139606068");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    AWS4-                           |   | 1828866742
                    AWS4- Signature=b Credential=a  | a | 15336762
                    AWS4- Signature=b,Credential=a  | a | 1159703774
                    AWS4- Signature=b, Credential=a | a | 164353342
                    """)
    void each_missing_part_of_the_header_is_named(
            String authorization, String date, String checksum) {
        var headers =
                Headers.of("X-Amz-Target", LIST_TABLES, "Authorization", authorization.strip());

        var answer = send("POST", "", date == null ? headers : headers.with("Date", date), "");

        assertThat(answer.headers().first("x-amz-crc32")).contains(checksum);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Amz-Algorithm, 2900502663",
        "X-Amz-Algorithm=a&X-Amz-Credential=b&X-Amz-Signature=c&X-Amz-Date=d, 3712057481"
    })
    void each_missing_part_of_the_query_is_named(String query, String checksum) {
        var answer = send("POST", query, Headers.of("X-Amz-Target", LIST_TABLES), "");

        assertThat(answer.headers().first("x-amz-crc32")).contains(checksum);
    }

    @Test
    void a_body_may_come_compressed() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("{}".getBytes(StandardCharsets.UTF_8));
        }

        var answer = compressed("gzip", packed.toByteArray());

        assertThat(body(answer)).contains("UnknownOperationException");
    }

    /// Source: ScyllaDB's tests of compressed requests, which were run against DynamoDB
    @Test
    void what_cannot_be_unpacked_is_an_internal_error() {
        var notPacked = "{}".getBytes(StandardCharsets.UTF_8);

        assertThat(compressed("gzip", notPacked).status()).isEqualTo(500);
        assertThat(compressed("gzip", new byte[0]).status()).isEqualTo(500);
        assertThat(compressed("garbage", notPacked).status()).isEqualTo(500);
    }

    private HttpResponse compressed(String encoding, byte[] body) {
        var headers =
                Headers.of(
                        "Content-Type", "application/x-amz-json-1.0", "Content-Encoding", encoding);
        return emulator.handle(HttpRequest.of("POST", "/", "", headers, body));
    }

    @Test
    void deep_nesting_is_no_way_to_harm() {
        var answer =
                send(
                        "POST",
                        "",
                        Headers.of("Content-Type", "application/x-amz-json-1.0"),
                        "[".repeat(1_000_000));

        assertThat(body(answer)).contains("SerializationException");
    }

    private HttpResponse send(String method, String query, Headers headers, String body) {
        return emulator.handle(
                HttpRequest.of(method, "/", query, headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String body(HttpResponse answer) {
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }
}
