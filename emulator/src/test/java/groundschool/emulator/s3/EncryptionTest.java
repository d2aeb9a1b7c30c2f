package groundschool.emulator.s3;

import static groundschool.emulator.s3.ObjectTest.assertCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.EncryptionType;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

class EncryptionTest {

    private static final byte[] KEY = new byte[32];

    private final S3Cloud cloud = new S3Cloud();

    @BeforeEach
    void makeBucket() {
        cloud.bucket("shop");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String md5(byte[] bytes) {
        try {
            return base64(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void with_a_key_of_the_customer_needs_the_key_to_read() {
        cloud.put(
                "shop",
                "secret",
                "text",
                with ->
                        with.sseCustomerAlgorithm("AES256")
                                .sseCustomerKey(base64(KEY))
                                .sseCustomerKeyMD5(md5(KEY)));

        assertCode("InvalidRequest", () -> cloud.get("shop", "secret"));
        assertThat(read(KEY)).isEqualTo("text");
        var other = new byte[32];
        other[0] = 1;
        assertCode("AccessDenied", () -> read(other));
    }

    private String read(byte[] key) {
        return cloud.s3
                .getObjectAsBytes(get ->
                        get.bucket("shop")
                                .key("secret")
                                .sseCustomerAlgorithm("AES256")
                                .sseCustomerKey(base64(key))
                                .sseCustomerKeyMD5(md5(key)))
                .asUtf8String();
    }

    @Test
    void with_a_key_of_kms_needs_leave_to_use_the_key() {
        var put =
                cloud.put(
                        "shop",
                        "a",
                        "text",
                        with -> with.serverSideEncryption(ServerSideEncryption.AWS_KMS));

        assertThat(put.ssekmsKeyId()).startsWith("arn:aws:kms:eu-west-1:111122223333:key/");
        assertThat(put.eTag()).isNotEqualTo("\"1cb251ec0d568de6a929b520c4aed8d1\"");
        assertThat(cloud.get("shop", "a")).isEqualTo("text");
        assertCode(
                "KMS.NotFoundException",
                () ->
                        cloud.put(
                                "shop",
                                "a",
                                "text",
                                with ->
                                        with.serverSideEncryption(ServerSideEncryption.AWS_KMS)
                                                .ssekmsKeyId(
                                                        "134f2428-cec1-4b25-a1ae-9048164dba47")));
    }

    @Test
    void is_that_of_the_bucket_if_it_has_one() {
        cloud.s3.putBucketEncryption(put ->
                put.bucket("shop")
                        .serverSideEncryptionConfiguration(with ->
                                with.rules(
                                        ServerSideEncryptionRule.builder()
                                                .applyServerSideEncryptionByDefault(usual ->
                                                        usual.sseAlgorithm(
                                                                ServerSideEncryption.AWS_KMS))
                                                .bucketKeyEnabled(true)
                                                .build())));

        var put = cloud.put("shop", "a", "text");

        assertThat(put.serverSideEncryption()).isEqualTo(ServerSideEncryption.AWS_KMS);
        assertThat(put.bucketKeyEnabled()).isTrue();
        assertThat(cloud.get("shop", "a")).isEqualTo("text");
    }

    @Test
    void of_an_upload_in_parts_is_that_of_its_beginning() {
        var other = new byte[32];
        other[0] = 1;
        var upload =
                cloud.s3
                        .createMultipartUpload(create ->
                                create.bucket("shop")
                                        .key("film")
                                        .sseCustomerAlgorithm("AES256")
                                        .sseCustomerKey(base64(KEY))
                                        .sseCustomerKeyMD5(md5(KEY)))
                        .uploadId();

        assertThat(refusalOfPart(upload, _ -> {}))
                .startsWith("The multipart upload initiate requested encryption.");
        assertThat(
                        refusalOfPart(
                                upload,
                                part ->
                                        part.sseCustomerAlgorithm("AES256")
                                                .sseCustomerKey(base64(other))
                                                .sseCustomerKeyMD5(md5(other))))
                .startsWith(
                        "The provided encryption parameters did not match the ones used originally.");
    }

    private String refusalOfPart(String upload, Consumer<UploadPartRequest.Builder> with) {
        return catchThrowableOfType(
                        S3Exception.class,
                        () ->
                                cloud.s3.uploadPart(
                                        part -> {
                                            part.bucket("shop")
                                                    .key("film")
                                                    .uploadId(upload)
                                                    .partNumber(1);
                                            with.accept(part);
                                        },
                                        RequestBody.fromString("x")))
                .awsErrorDetails()
                .errorMessage();
    }

    @Test
    void of_kms_may_be_double_and_bound_to_a_context() {
        var context =
                Base64.getEncoder()
                        .encodeToString("{\"order\": \"7\"}".getBytes(StandardCharsets.UTF_8));

        var put =
                cloud.put(
                        "shop",
                        "a",
                        "text",
                        with ->
                                with.serverSideEncryption(ServerSideEncryption.AWS_KMS_DSSE)
                                        .ssekmsEncryptionContext(context));

        assertThat(put.serverSideEncryption()).isEqualTo(ServerSideEncryption.AWS_KMS_DSSE);
        assertThat(cloud.get("shop", "a")).isEqualTo("text");
        assertCode(
                "InvalidArgument",
                () ->
                        cloud.put(
                                "shop",
                                "a",
                                "text",
                                with ->
                                        with.serverSideEncryption(ServerSideEncryption.AWS_KMS)
                                                .ssekmsEncryptionContext("no JSON")));
    }

    @Test
    void with_keys_of_customers_can_be_blocked() {
        cloud.s3.putBucketEncryption(put ->
                put.bucket("shop")
                        .serverSideEncryptionConfiguration(with ->
                                with.rules(rule ->
                                        rule.blockedEncryptionTypes(blocked ->
                                                blocked.encryptionType(EncryptionType.SSE_C)))));

        assertCode(
                "AccessDenied",
                () ->
                        cloud.put(
                                "shop",
                                "secret",
                                "text",
                                with ->
                                        with.sseCustomerAlgorithm("AES256")
                                                .sseCustomerKey(base64(KEY))
                                                .sseCustomerKeyMD5(md5(KEY))));
        assertThat(cloud.put("shop", "plain", "text").serverSideEncryption())
                .isEqualTo(ServerSideEncryption.AES256);
        assertThat(
                        cloud.s3
                                .getBucketEncryption(get -> get.bucket("shop"))
                                .serverSideEncryptionConfiguration()
                                .rules()
                                .getFirst()
                                .blockedEncryptionTypes()
                                .encryptionType())
                .containsExactly(EncryptionType.SSE_C);
    }

    @Test
    void is_that_of_s3_unless_said_otherwise() {
        var rule =
                cloud.s3
                        .getBucketEncryption(get -> get.bucket("shop"))
                        .serverSideEncryptionConfiguration()
                        .rules()
                        .getFirst();

        assertThat(rule.applyServerSideEncryptionByDefault().sseAlgorithm())
                .isEqualTo(ServerSideEncryption.AES256);
        assertThat(cloud.put("shop", "a", "1").serverSideEncryption())
                .isEqualTo(ServerSideEncryption.AES256);
    }
}
