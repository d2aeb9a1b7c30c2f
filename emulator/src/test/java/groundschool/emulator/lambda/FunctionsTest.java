package groundschool.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.lambda.runtime.LogFormat;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.State;

/// Functions, their versions, aliases and layers, as a program sees them through the SDK.
class FunctionsTest {
    private final LambdaCloud cloud = new LambdaCloud();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_function_is_pending_in_the_answer_that_made_it_and_active_after() {
        var created =
                cloud.create("greeter", f -> f.environment(e -> e.variables(Map.of("MODE", "a"))));

        assertThat(created.state()).isEqualTo(State.PENDING);
        assertThat(created.stateReasonCodeAsString()).isEqualTo("Creating");
        assertThat(created.functionArn()).isEqualTo(LambdaCloud.ARN + "greeter");
        assertThat(created.environment().variables()).containsEntry("MODE", "a");
        cloud.lambda.waiter().waitUntilFunctionActiveV2(f -> f.functionName("greeter"));
        var now = cloud.lambda.getFunctionConfiguration(f -> f.functionName("greeter"));
        assertThat(now.state()).isEqualTo(State.ACTIVE);
        assertThat(now.lastUpdateStatus()).isEqualTo(LastUpdateStatus.SUCCESSFUL);
        assertThat(now.memorySize()).isEqualTo(128);
        assertThat(now.timeout()).isEqualTo(3);
        assertThat(now.loggingConfig().logGroup()).isEqualTo("/aws/lambda/greeter");
    }

    @Test
    void the_code_is_fetched_by_its_link() throws Exception {
        var zip = LambdaCloud.zip("app.py", "def handler(e, c): return 1");
        cloud.create("greeter", f -> f.code(code -> code.zipFile(zip)));

        var location = cloud.lambda.getFunction(f -> f.functionName("greeter")).code().location();

        assertThat(get(location).body()).isEqualTo(zip.asByteArray());
        assertThat(get(location.replaceFirst("Signature=....", "Signature=AAAA")).statusCode())
                .isEqualTo(403);
    }

    private static HttpResponse<byte[]> get(String url) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void what_is_no_archive_is_refused() {
        assertRefused(SdkBytes.fromUtf8String("no zip"), "Could not unzip uploaded file.");
        assertRefused(LambdaCloud.zip("../../evil", "x"), "Could not unzip uploaded file.");
        assertRefused(LambdaCloud.zip("/etc/passwd", "x"), "Could not unzip uploaded file.");
        assertRefused(LambdaCloud.zip(), "Uploaded file must be a non-empty zip");
    }

    private void assertRefused(SdkBytes zip, String message) {
        assertThatThrownBy(() -> cloud.create("bad", f -> f.code(code -> code.zipFile(zip))))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining(message);
    }

    @Test
    void an_archive_that_grows_without_end_is_refused() {
        var bomb = LambdaCloud.zip("zeros", "0".repeat(262_144_000));

        assertRefused(bomb, "Unzipped size must be smaller than 262144000 bytes");
    }

    @Test
    void a_role_must_trust_lambda() {
        cloud.iam.createRole(role ->
                role.roleName("other")
                        .assumeRolePolicyDocument(
                                """
                                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
                                 "Principal":{"Service":"ec2.amazonaws.com"}}]}
                                """));

        for (var role : List.of("other", "nobody")) {
            assertThatThrownBy(() ->
                            cloud.create(
                                    "f", f -> f.role("arn:aws:iam::111122223333:role/" + role)))
                    .isInstanceOf(InvalidParameterValueException.class)
                    .hasMessageContaining(
                            "The role defined for the function cannot be assumed by Lambda.");
        }
    }

    @Test
    void configuration_is_checked_in_aws_s_words() {
        assertThatThrownBy(() -> cloud.create("f", f -> f.runtime("PYTHON3.9")))
                .hasMessageContaining(
                        "Value PYTHON3.9 at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: [nodejs20.x, python3.14,");
        assertThatThrownBy(() -> cloud.create("f", f -> f.runtime("nodejs14.x")))
                .hasMessageContaining("The runtime parameter of nodejs14.x is no longer supported");
        assertThatThrownBy(() ->
                        cloud.create(
                                "f",
                                f -> f.environment(e -> e.variables(Map.of("AWS_REGION", "x")))))
                .hasMessageContaining("Reserved keys used in this request: AWS_REGION");
        assertThatThrownBy(() ->
                        cloud.create(
                                "f",
                                f ->
                                        f.environment(
                                                e -> e.variables(Map.of("A1", "x".repeat(4096))))))
                .hasMessageContaining("exceeded the 4KB limit. String measured: {\"A1\":\"xxx");
        assertThatThrownBy(() -> cloud.create("a".repeat(65)))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("Member must have length less than or equal to 64");
        assertThatThrownBy(() -> cloud.create("my-function!"))
                .isInstanceOf(LambdaException.class)
                .hasMessageContaining(
                        "Value 'my-function!' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: (arn:(aws[a-zA-Z-]*)?:lambda:)?");
    }

    @Test
    void what_is_not_there_is_not_found() {
        cloud.create("greeter");

        assertThatThrownBy(() -> cloud.lambda.getFunction(f -> f.functionName("nobody")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Function not found: " + LambdaCloud.ARN + "nobody");
        assertThatThrownBy(() ->
                        cloud.lambda.getFunction(f -> f.functionName("greeter").qualifier("7")))
                .hasMessageContaining("Function not found: " + LambdaCloud.ARN + "greeter:7");
        assertThatThrownBy(() ->
                        cloud.lambda.getFunction(f ->
                                f.functionName(
                                        "arn:aws:lambda:us-west-2:111122223333:function:greeter")))
                .hasMessageContaining(
                        "Functions from 'us-west-2' are not reachable in this region ('eu-west-1')");
        assertThatThrownBy(() ->
                        cloud.lambda.getFunction(
                                f -> f.functionName(LambdaCloud.ARN + "greeter:1").qualifier("2")))
                .hasMessageContaining(
                        "The derived qualifier from the function name does not match the specified qualifier.");
        assertThatThrownBy(() -> cloud.create("greeter"))
                .isInstanceOf(ResourceConflictException.class)
                .hasMessageContaining("Function already exist: greeter");
    }

    @Test
    void functions_are_listed_in_pages() {
        for (var name : List.of("one", "three", "two")) {
            cloud.create(name);
        }

        var pages = cloud.lambda.listFunctionsPaginator(f -> f.maxItems(2));

        assertThat(pages.stream()).hasSize(2);
        assertThat(pages.functions().stream().map(FunctionConfiguration::functionName))
                .containsExactly("one", "three", "two");
    }

    @Test
    void a_function_logs_in_json_if_it_is_told_to() {
        cloud.create(
                "greeter",
                function ->
                        function.loggingConfig(
                                logging -> logging.logFormat("JSON").applicationLogLevel("DEBUG")));

        var logging =
                cloud.lambda
                        .getFunctionConfiguration(get -> get.functionName("greeter"))
                        .loggingConfig();
        assertThat(logging.logFormatAsString()).isEqualTo("JSON");
        assertThat(logging.applicationLogLevelAsString()).isEqualTo("DEBUG");
        assertThat(logging.systemLogLevelAsString()).isEqualTo("INFO");
        cloud.lambda.invoke(run -> run.functionName("greeter"));
        assertThat(cloud.runtimes.runs.getFirst().spec().logFormat())
                .isEqualTo(LogFormat.json("DEBUG", "INFO"));
        assertThatThrownBy(() ->
                        cloud.create(
                                "other",
                                function ->
                                        function.loggingConfig(
                                                other -> other.systemLogLevel("WARN"))))
                .hasMessageContaining(
                        "You must enable JSON structured logging before you can configure log levels.");
    }

    @Test
    void a_function_stays_on_the_build_of_its_runtime_that_it_is_held_on() {
        cloud.create("greeter");
        assertThat(
                        cloud.lambda
                                .getRuntimeManagementConfig(get -> get.functionName("greeter"))
                                .updateRuntimeOnAsString())
                .isEqualTo("Auto");
        var build =
                cloud.lambda
                        .getFunctionConfiguration(get -> get.functionName("greeter"))
                        .runtimeVersionConfig()
                        .runtimeVersionArn();

        cloud.lambda.putRuntimeManagementConfig(put ->
                put.functionName("greeter").updateRuntimeOn("Manual").runtimeVersionArn(build));

        var set = cloud.lambda.getRuntimeManagementConfig(get -> get.functionName("greeter"));
        assertThat(set.runtimeVersionArn()).isEqualTo(build);
        assertThat(set.functionArn()).isEqualTo(LambdaCloud.ARN + "greeter:$LATEST");
        assertThatThrownBy(() ->
                        cloud.lambda.putRuntimeManagementConfig(put ->
                                put.functionName("greeter")
                                        .updateRuntimeOn("Manual")
                                        .runtimeVersionArn(build.replaceAll("[0-9a-f]$", "x"))))
                .hasMessageContaining("is invalid for runtime python3.12");
    }

    @Test
    void permissions_are_statements_of_a_policy() {
        cloud.create("greeter");

        cloud.lambda.addPermission(p ->
                p.functionName("greeter")
                        .statementId("s3")
                        .action("lambda:InvokeFunction")
                        .principal("s3.amazonaws.com")
                        .sourceArn("arn:aws:s3:::photos"));

        assertThat(cloud.lambda.getPolicy(p -> p.functionName("greeter")).policy())
                .isEqualTo(
                        "{\"Version\":\"2012-10-17\",\"Id\":\"default\",\"Statement\":[{\"Sid\":\"s3\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"s3.amazonaws.com\"},\"Action\":\"lambda:InvokeFunction\",\"Resource\":\"arn:aws:lambda:eu-west-1:111122223333:function:greeter\",\"Condition\":{\"ArnLike\":{\"AWS:SourceArn\":\"arn:aws:s3:::photos\"}}}]}");
        cloud.lambda.removePermission(p -> p.functionName("greeter").statementId("s3"));
        assertThatThrownBy(() -> cloud.lambda.getPolicy(p -> p.functionName("greeter")))
                .hasMessageContaining("The resource you requested does not exist.");
    }

    @Test
    void code_lies_in_a_bucket_that_there_is() {
        assertThatThrownBy(() ->
                        cloud.create("f", f -> f.code(c -> c.s3Bucket("bucket").s3Key("key"))))
                .hasMessageContaining(
                        "Error occurred while GetObject. S3 Error Code: NoSuchBucket. S3 Error Message: The specified bucket does not exist");
    }

    @Test
    void what_the_emulator_does_not_have_is_refused_by_name() {
        assertThatThrownBy(() -> cloud.lambda.listCodeSigningConfigs(_ -> {}))
                .hasMessageContaining("does not have ListCodeSigningConfigs of lambda yet");
    }

    @Test
    void labels_are_put_on_and_taken_off() {
        var arn = cloud.create("greeter", f -> f.tags(Map.of("a", "1"))).functionArn();

        cloud.lambda.tagResource(t -> t.resource(arn).tags(Map.of("b", "2")));
        cloud.lambda.untagResource(t -> t.resource(arn).tagKeys(Set.of("a")));

        assertThat(cloud.lambda.listTags(t -> t.resource(arn)).tags()).isEqualTo(Map.of("b", "2"));
    }

    @Test
    void a_deleted_function_is_gone() {
        cloud.create("greeter");

        cloud.lambda.deleteFunction(f -> f.functionName("greeter"));

        assertThatThrownBy(() -> cloud.lambda.getFunction(f -> f.functionName("greeter")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThat(cloud.lambda.getAccountSettings().accountUsage().functionCount()).isZero();
    }
}
