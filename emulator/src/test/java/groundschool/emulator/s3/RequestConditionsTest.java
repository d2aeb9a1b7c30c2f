package groundschool.emulator.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/// Policies that look at how a request came.
class RequestConditionsTest {

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
    void tell_a_link_from_a_header() {
        deny("{\"StringNotEquals\": {\"s3:authType\": \"REST-HEADER\"}}");

        assertThat(follow()).contains("<Code>AccessDenied</Code>");
        assertThat(cloud.get("shop", "cake")).isEqualTo("a cake");
    }

    @Test
    void know_the_age_of_a_link() {
        deny("{\"NumericGreaterThan\": {\"s3:signatureAge\": \"600000\"}}");
        var link = cloud.link("shop", "cake", Duration.ofHours(1));

        assertThat(follow(link)).isEqualTo("a cake");
        cloud.sandbox().clock().advance(Duration.ofMinutes(11));
        assertThat(follow(link)).contains("<Code>AccessDenied</Code>");
        // A signature in a header has no age.
        assertThat(cloud.get("shop", "cake")).isEqualTo("a cake");
    }

    @Test
    void know_the_version_of_a_signature() {
        deny("{\"StringEquals\": {\"s3:signatureversion\": \"AWS4-HMAC-SHA256\"}}");

        assertThat(follow()).contains("<Code>AccessDenied</Code>");
        assertThatThrownBy(() -> cloud.get("shop", "cake"))
                .hasMessageContaining(
                        "on resource: \"arn:aws:s3:::shop/cake\" with an explicit deny in a resource-based policy");
    }

    @Test
    void know_whether_the_body_is_signed() {
        deny("{\"StringEquals\": {\"s3:x-amz-content-sha256\": \"UNSIGNED-PAYLOAD\"}}");

        assertThat(follow()).contains("<Code>AccessDenied</Code>");

        deny("{\"StringNotEquals\": {\"s3:x-amz-content-sha256\": \"UNSIGNED-PAYLOAD\"}}");

        assertThat(follow()).isEqualTo("a cake");
    }

    @Test
    void let_strangers_in_from_a_page_and_by_tls() {
        cloud.s3.deletePublicAccessBlock(delete -> delete.bucket("shop"));
        put(
                "{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::shop/*\","
                        + " \"Condition\": {\"StringLike\": {\"aws:Referer\": \"http://bakery.example/*\"},"
                        + " \"Bool\": {\"aws:SecureTransport\": \"true\"}}}");

        assertThat(cloud.send("GET", "/shop/cake").statusCode()).isEqualTo(403);
        assertThat(
                        cloud.send("GET", "/shop/cake", "Referer", "http://elsewhere.example/")
                                .statusCode())
                .isEqualTo(403);
        assertThat(cloud.send("GET", "/shop/cake", "Referer", "http://bakery.example/cakes").body())
                .isEqualTo("a cake");
    }

    @Test
    void know_who_is_granted_what_by_a_new_object() {
        denyPut("{\"StringLike\": {\"s3:x-amz-grant-read\": \"uri=*AllUsers\"}}");

        assertDenied(with -> with.grantRead("uri=http://acs.amazonaws.com/groups/global/AllUsers"));
        cloud.put("shop", "bread", "bread");
    }

    @Test
    void know_how_a_new_object_is_encrypted_and_where_it_leads() {
        denyPut(
                "{\"StringEquals\": {\"s3:x-amz-server-side-encryption-customer-algorithm\": \"AES256\"}}");
        assertDenied(with -> with.sseCustomerAlgorithm("AES256"));

        denyPut(
                "{\"StringEquals\": {\"s3:x-amz-server-side-encryption-aws-kms-key-id\": \"other\"}}");
        assertDenied(with ->
                with.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId("other"));

        denyPut("{\"StringLike\": {\"s3:x-amz-website-redirect-location\": \"http://*\"}}");
        assertDenied(with -> with.websiteRedirectLocation("http://elsewhere.example/"));
        cloud.put("shop", "bread", "bread", with -> with.websiteRedirectLocation("/cake"));
    }

    private void assertDenied(Consumer<PutObjectRequest.Builder> with) {
        assertThatThrownBy(() -> cloud.put("shop", "bread", "bread", with))
                .hasMessageContaining("with an explicit deny in a resource-based policy");
    }

    private void denyPut(String condition) {
        put(
                "{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:PutObject\", \"Resource\": \"arn:aws:s3:::shop/*\", \"Condition\": %s}"
                        .formatted(condition));
    }

    private String follow() {
        return follow(cloud.link("shop", "cake", Duration.ofHours(1)));
    }

    private static String follow(String link) {
        return S3Cloud.send(HttpRequest.newBuilder(URI.create(link)).build()).body();
    }

    private void deny(String condition) {
        put(
                "{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::shop/*\", \"Condition\": %s}"
                        .formatted(condition));
    }

    private void put(String statement) {
        cloud.s3.putBucketPolicy(put ->
                put.bucket("shop")
                        .policy(
                                "{\"Version\": \"2012-10-17\", \"Statement\": [%s]}"
                                        .formatted(statement)));
    }
}
