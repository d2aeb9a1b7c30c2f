package groundschool.emulator.s3;

import static groundschool.emulator.s3.ObjectTest.assertCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class PublicAccessTest {

    private static final String EVERYBODY_READS =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*",
             "Action":"s3:GetObject","Resource":"arn:aws:s3:::shop/*"}]}
            """;

    private final S3Cloud cloud = new S3Cloud();

    @BeforeEach
    void makeBucket() {
        cloud.bucket("shop");
        cloud.put("shop", "index.html", "hello", with -> with.contentType("text/html"));
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private void open() {
        cloud.s3.deletePublicAccessBlock(delete -> delete.bucket("shop"));
    }

    private void policy(String document) {
        cloud.s3.putBucketPolicy(put -> put.bucket("shop").policy(document));
    }

    @Test
    void is_refused_at_first() {
        var answer = cloud.send("GET", "/shop/index.html");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("<Code>AccessDenied</Code><Message>Access Denied</Message>");
    }

    @Test
    void is_opened_by_a_policy_once_nothing_blocks_it() {
        assertThatThrownBy(() -> policy(EVERYBODY_READS))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        refusal ->
                                assertThat(refusal.awsErrorDetails().errorMessage())
                                        .isEqualTo(
                                                "User: arn:aws:iam::111122223333:user/learner is not authorized to perform: s3:PutBucketPolicy on resource: \"arn:aws:s3:::shop\" because public policies are blocked by the BlockPublicPolicy block public access setting."));
        open();
        policy(EVERYBODY_READS);

        assertThat(cloud.send("GET", "/shop/index.html").body()).isEqualTo("hello");
        assertThat(
                        cloud.send("GET", "/shop/index.html")
                                .headers()
                                .firstValue("Content-Security-Policy"))
                .contains("sandbox");
        assertThat(cloud.sendBody("PUT", "/shop/other", "mine").statusCode()).isEqualTo(403);
        assertThat(cloud.send("GET", "/shop/nothing").statusCode()).isEqualTo(403);
        assertThat(
                        cloud.s3
                                .getBucketPolicyStatus(get -> get.bucket("shop"))
                                .policyStatus()
                                .isPublic())
                .isTrue();
        cloud.s3.putPublicAccessBlock(put ->
                put.bucket("shop")
                        .publicAccessBlockConfiguration(
                                block -> block.restrictPublicBuckets(true)));
        assertThat(cloud.send("GET", "/shop/index.html").statusCode()).isEqualTo(403);
        assertThat(cloud.get("shop", "index.html")).isEqualTo("hello");
    }

    @Test
    void is_opened_by_an_acl_if_acls_count() {
        assertCode(
                "AccessControlListNotSupported",
                () ->
                        cloud.s3.putObjectAcl(put ->
                                put.bucket("shop")
                                        .key("index.html")
                                        .acl(ObjectCannedACL.PUBLIC_READ)));
        cloud.s3.putBucketOwnershipControls(put ->
                put.bucket("shop")
                        .ownershipControls(controls ->
                                controls.rules(
                                        OwnershipControlsRule.builder()
                                                .objectOwnership(
                                                        ObjectOwnership.BUCKET_OWNER_PREFERRED)
                                                .build())));
        assertCode(
                "AccessDenied",
                () ->
                        cloud.s3.putObjectAcl(put ->
                                put.bucket("shop")
                                        .key("index.html")
                                        .acl(ObjectCannedACL.PUBLIC_READ)));
        open();
        cloud.s3.putObjectAcl(
                put -> put.bucket("shop").key("index.html").acl(ObjectCannedACL.PUBLIC_READ));

        assertThat(cloud.send("GET", "/shop/index.html").body()).isEqualTo("hello");
        assertThat(cloud.s3.getObjectAcl(get -> get.bucket("shop").key("index.html")).grants())
                .hasSize(2);
    }

    @Test
    void is_found_at_the_name_of_the_bucket() {
        open();
        policy(EVERYBODY_READS);

        var answer = cloud.at("shop.s3.localhost", "/index.html");
        assertThat(answer.body()).isEqualTo("hello");
        assertThat(answer.header("Content-Security-Policy")).isEmpty();
        assertThat(cloud.at("shop.s3.eu-west-1.localhost", "/index.html").body())
                .isEqualTo("hello");
        assertThat(cloud.at("shop.111122223333.s3.localhost", "/index.html").body())
                .isEqualTo("hello");
        assertThat(cloud.at("nobody.s3.localhost", "/index.html").body()).contains("NoSuchBucket");
    }

    @Test
    void is_lent_by_whoever_may() {
        try (var presigner =
                S3Presigner.builder()
                        .endpointOverride(cloud.server.uri())
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(S3Cloud.credentials(cloud.key))
                        .serviceConfiguration(
                                S3Configuration.builder().pathStyleAccessEnabled(true).build())
                        .build()) {
            var get =
                    presigner.presignGetObject(presign ->
                            presign.signatureDuration(Duration.ofMinutes(5))
                                    .getObjectRequest(
                                            request -> request.bucket("shop").key("index.html")));
            var put =
                    presigner.presignPutObject(presign ->
                            presign.signatureDuration(Duration.ofMinutes(5))
                                    .putObjectRequest(
                                            request -> request.bucket("shop").key("new file")));

            assertThat(
                            S3Cloud.send(
                                            HttpRequest.newBuilder(URI.create(get.url().toString()))
                                                    .build())
                                    .body())
                    .isEqualTo("hello");
            var sent =
                    S3Cloud.send(
                            HttpRequest.newBuilder(URI.create(put.url().toString()))
                                    .PUT(HttpRequest.BodyPublishers.ofString("lent"))
                                    .build());
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
            assertThat(cloud.get("shop", "new file")).isEqualTo("lent");
            var forged = get.url().toString().replace("index.html", "other");
            assertThat(S3Cloud.send(HttpRequest.newBuilder(URI.create(forged)).build()).body())
                    .contains("SignatureDoesNotMatch");
        }
    }

    @Test
    void of_a_user_is_what_policies_say() {
        try (var reader =
                cloud.user(
                        "reader",
                        """
                        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject",
                         "Resource":"arn:aws:s3:::shop/*"}]}
                        """)) {
            assertThat(
                            reader.getObjectAsBytes(get -> get.bucket("shop").key("index.html"))
                                    .asUtf8String())
                    .isEqualTo("hello");
            assertThatThrownBy(() -> reader.listObjectsV2(list -> list.bucket("shop")))
                    .isInstanceOfSatisfying(
                            S3Exception.class,
                            refusal ->
                                    assertThat(refusal.awsErrorDetails().errorMessage())
                                            .isEqualTo(
                                                    "User: arn:aws:iam::111122223333:user/reader is not authorized to perform: s3:ListBucket on resource: \"arn:aws:s3:::shop\" because no identity-based policy allows the s3:ListBucket action"));
            assertCode(
                    "AccessDenied",
                    () -> reader.getObjectAsBytes(get -> get.bucket("shop").key("nothing")));
            assertCode(
                    "AccessDenied",
                    () ->
                            reader.deleteObjects(delete ->
                                    delete.bucket("shop")
                                            .delete(
                                                    Delete.builder()
                                                            .objects(
                                                                    ObjectIdentifier.builder()
                                                                            .key("index.html")
                                                                            .build())
                                                            .build())));
            policy(
                    """
                    {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*",
                     "Action":"s3:GetObject","Resource":"arn:aws:s3:::shop/index.html"}]}
                    """);
            assertCode(
                    "AccessDenied",
                    () -> reader.getObjectAsBytes(get -> get.bucket("shop").key("index.html")));
        }
    }

    @Test
    void takes_only_policies_that_are_about_the_bucket() {
        assertMalformed("[]", "Policies must be valid JSON and the first byte must be '{'");
        assertMalformed("{}", "Missing required field Statement");
        assertMalformed(EVERYBODY_READS.replace("shop/", "other/"), "Policy has invalid resource");
        assertMalformed(
                EVERYBODY_READS.replace("GetObject", "GetNothing"), "Policy has invalid action");
        assertMalformed(
                EVERYBODY_READS.replace("s3:::shop/*", "s3:::shop"),
                "Action does not apply to any resource(s) in statement");
    }

    private void assertMalformed(String document, String message) {
        assertThatThrownBy(() -> policy(document))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        refusal -> {
                            assertThat(refusal.awsErrorDetails().errorCode())
                                    .isEqualTo("MalformedPolicy");
                            assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo(message);
                        });
    }
}
