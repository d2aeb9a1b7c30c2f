package groundschool.emulator.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;

/// Requests as no SDK sends them.
final class RequestFormTest {

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
    void with_a_path_that_is_not_utf_8_name_nothing() throws IOException {
        assertThat(raw("GET /shop/%ae%8a- HTTP/1.1"))
                .startsWith("HTTP/1.1 400")
                .contains("<Code>InvalidURI</Code>")
                .contains("<Message>Couldn't parse the specified URI.</Message>");
    }

    @Test
    void with_an_empty_authorization_come_from_nobody() throws IOException {
        assertThat(raw("GET /shop/a HTTP/1.1", "Authorization: "))
                .startsWith("HTTP/1.1 403")
                .contains("<Code>AccessDenied</Code>");
    }

    @Test
    void with_another_kind_of_authorization_are_told_so() throws IOException {
        assertThat(raw("GET /shop/a HTTP/1.1", "Authorization: Bearer x"))
                .startsWith("HTTP/1.1 400")
                .contains("<Code>InvalidArgument</Code>")
                .contains("<Message>Unsupported Authorization Type</Message>")
                .contains("<ArgumentValue>Bearer x</ArgumentValue>");
        assertThat(raw("GET /shop/a HTTP/1.1", "Authorization: AWS none"))
                .contains(
                        "AWS authorization header is invalid.  Expected AwsAccessKeyId:signature");
        assertThat(raw("GET /shop/a HTTP/1.1", "Authorization: AWS id:signature"))
                .contains("<Code>InvalidRequest</Code>")
                .contains("Please use AWS4-HMAC-SHA256.");
    }

    @Test
    void that_post_to_an_object_without_saying_what_are_not_allowed() throws IOException {
        assertThat(raw("POST /shop/a HTTP/1.1", "Content-Length: 0"))
                .startsWith("HTTP/1.1 405")
                .contains("<Code>MethodNotAllowed</Code>")
                .contains("<ResourceType>OBJECT</ResourceType>");
    }

    @Test
    void for_an_object_that_is_gone_are_told_so_where_everybody_may_list() {
        cloud.put("shop", "a", "1");
        cloud.s3.putBucketOwnershipControls(put ->
                put.bucket("shop")
                        .ownershipControls(with ->
                                with.rules(rule ->
                                        rule.objectOwnership(ObjectOwnership.OBJECT_WRITER))));
        cloud.s3.deletePublicAccessBlock(delete -> delete.bucket("shop"));
        cloud.s3.putBucketAcl(put -> put.bucket("shop").acl(BucketCannedACL.PUBLIC_READ));

        assertThat(cloud.send("GET", "/shop/a").statusCode()).isEqualTo(403);
        assertThat(cloud.send("GET", "/shop/gone").body()).contains("<Code>NoSuchKey</Code>");
    }

    private String raw(String... lines) throws IOException {
        try (var socket = new Socket("127.0.0.1", cloud.server.port())) {
            var head =
                    String.join("\r\n", lines) + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
