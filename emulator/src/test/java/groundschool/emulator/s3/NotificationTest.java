package groundschool.emulator.s3;

import static groundschool.emulator.s3.ObjectTest.assertCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.Caller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import tools.jackson.databind.json.JsonMapper;

class NotificationTest {

    private static final String FUNCTION =
            "arn:aws:lambda:eu-west-1:111122223333:function:thumbnails";

    private final S3Cloud cloud = new S3Cloud();

    @BeforeEach
    void makeBucket() {
        cloud.bucket("shop");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private void perform(String service, String operation, String input) {
        cloud.emulator.perform(
                Caller.of(cloud.key, cloud.sandbox(), "eu-west-1", "test"),
                service,
                operation,
                JsonMapper.shared().readTree(input));
    }

    private void makeFunction() {
        perform(
                "iam",
                "CreateRole",
                """
                {"RoleName":"worker","AssumeRolePolicyDocument":"{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"sts:AssumeRole\\",\\"Principal\\":{\\"Service\\":\\"lambda.amazonaws.com\\"}}]}"}
                """);
        perform(
                "lambda",
                "CreateFunction",
                """
                {"FunctionName":"thumbnails","Runtime":"python3.12","Handler":"app.handler",
                 "Role":"arn:aws:iam::111122223333:role/worker",
                 "Code":{"ZipFile":"%s"}}
                """
                        .formatted(zip()));
        perform(
                "lambda",
                "AddPermission",
                """
                {"FunctionName":"thumbnails","StatementId":"s3","Action":"lambda:InvokeFunction",
                 "Principal":"s3.amazonaws.com","SourceArn":"arn:aws:s3:::shop"}
                """);
    }

    private static String zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("app.py"));
            zip.write("def handler(e, c): return e".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    @Test
    void may_be_of_a_function_whose_code_lies_in_a_bucket() {
        makeFunction();
        cloud.s3.putObject(
                put -> put.bucket("shop").key("app.zip"),
                RequestBody.fromBytes(Base64.getDecoder().decode(zip())));

        perform(
                "lambda",
                "UpdateFunctionCode",
                "{\"FunctionName\":\"thumbnails\",\"S3Bucket\":\"shop\",\"S3Key\":\"app.zip\"}");

        assertThatThrownBy(() ->
                        perform(
                                "lambda",
                                "UpdateFunctionCode",
                                "{\"FunctionName\":\"thumbnails\",\"S3Bucket\":\"shop\",\"S3Key\":\"none.zip\"}"))
                .hasMessage(
                        "Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist.");
    }

    private void notifyFunction() {
        cloud.s3.putBucketNotificationConfiguration(put ->
                put.bucket("shop")
                        .notificationConfiguration(with ->
                                with.lambdaFunctionConfigurations(function ->
                                        function.lambdaFunctionArn(FUNCTION)
                                                .events(Event.S3_OBJECT_CREATED)
                                                .filter(filter ->
                                                        filter.key(key ->
                                                                key.filterRules(
                                                                        FilterRule.builder()
                                                                                .name("suffix")
                                                                                .value(".png")
                                                                                .build()))))));
    }

    @Test
    void is_refused_to_a_function_that_does_not_let_the_bucket_in() {
        assertCode("InvalidArgument", this::notifyFunction);
    }

    @Test
    void invokes_a_function_with_what_has_happened() {
        makeFunction();
        notifyFunction();

        cloud.put("shop", "cat photo.png", "bytes");
        cloud.put("shop", "notes.txt", "text");

        var invocations =
                cloud.sandbox().ledger().entries().stream()
                        .filter(entry ->
                                entry.operation().equals("Invoke")
                                        && Set.of("s3.amazonaws.com").contains(entry.principal()))
                        .toList();
        // One asked whether S3 may, one brought the event of the only picture.
        assertThat(invocations).hasSize(2);
        assertThat(
                        cloud.s3
                                .getBucketNotificationConfiguration(get -> get.bucket("shop"))
                                .lambdaFunctionConfigurations()
                                .getFirst()
                                .id())
                .isNotEmpty();
        cloud.sandbox().clock().advance(Duration.ZERO);
    }
}
