package groundschool.emulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.iam.Iam;
import groundschool.emulator.lambda.runtime.Installer;
import groundschool.emulator.lambda.runtime.LocalRuntimes;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BinaryNode;

/// Functions that others wrote for AWS and that millions of stacks run there: the AWS CDK brings
/// them in its package (Apache-2.0), as they are deployed. They run here unchanged, with the AWS
/// SDK that functions find.
class ThirdPartyFunctionTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PACKAGE = "aws-cdk-lib-2.276.0.tgz";
    private static final String CHECKSUM =
            "K+yxURPKRDRDgaPazG4PKFmFHM/igg3kGp6tkPJ6vba8FMEo3DtJ/X6WaY5KvcwrkiKj2K7gFRZB6DO5aPYxxg==";
    private static final String HANDLERS = "package/custom-resource-handlers/dist/";
    private static final String REPLICAS = HANDLERS + "aws-dynamodb/replica-handler/index.js";
    private static final String SPAM = HANDLERS + "aws-ses/drop-spam-handler/index.js";
    private static final Path RUNTIMES = Path.of("target/runtimes").toAbsolutePath();
    private static final Path FOLDER = Path.of("target/cdk").toAbsolutePath();

    private Emulator emulator;
    private Caller caller;

    /// Fetches the package and the SDK, once.
    @BeforeAll
    static void fetch() throws Exception {
        for (var program : List.of("node", "npm", "tar")) {
            assumeTrue(
                    OtherProgram.find(program).isPresent(),
                    "skipped: there is no `" + program + "` on PATH");
        }
        Files.createDirectories(FOLDER);
        if (!Files.exists(FOLDER.resolve(SPAM))) {
            var pack =
                    OtherProgram.run(
                            FOLDER,
                            Map.of(),
                            List.of("npm", "pack", "--prefer-offline", "aws-cdk-lib@2.276.0"));
            assumeTrue(pack.exit() == 0, "skipped: npm does not serve it: " + pack.output());
            assertThat(checksum(FOLDER.resolve(PACKAGE))).isEqualTo(CHECKSUM);
            var unpacked =
                    OtherProgram.run(
                            FOLDER, Map.of(), List.of("tar", "-xzf", PACKAGE, REPLICAS, SPAM));
            assertThat(unpacked.exit()).as(unpacked.output()).isZero();
        }
        var installer = new Installer(RUNTIMES);
        if (!installer.has("nodejs-sdk")) {
            try {
                installer.install("nodejs-sdk");
            } catch (IOException e) {
                assumeTrue(false, "skipped: npm could not install the SDK: " + e.getMessage());
            }
        }
    }

    private static String checksum(Path file) throws Exception {
        return Base64.getEncoder()
                .encodeToString(
                        MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file)));
    }

    @BeforeEach
    void open() {
        emulator =
                new Emulator(
                        Sandboxes.inMemory(),
                        InstantSource.system(),
                        new LocalRuntimes(RUNTIMES, 10, true));
        var key = emulator.sandboxes().create("111122223333");
        var sandbox = emulator.sandboxes().open(key.sandbox());
        caller = new Caller(sandbox, Iam.user("learner", sandbox).orElseThrow(), "eu-west-1");
        call(
                "iam",
                "CreateRole",
                """
                {"RoleName":"replicator","AssumeRolePolicyDocument":
                 "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"sts:AssumeRole\\",\\"Principal\\":{\\"Service\\":\\"lambda.amazonaws.com\\"}}]}"}
                """);
    }

    @AfterEach
    void close() {
        emulator.close();
    }

    @Test
    void the_cdks_function_gives_a_table_a_replica_and_says_when_it_is_there() throws IOException {
        table();
        allow("dynamodb:*", "iam:CreateServiceLinkedRole");
        function("on-event", REPLICAS, "index.onEventHandler");
        function("is-complete", REPLICAS, "index.isCompleteHandler");
        var event =
                """
                {"RequestType":"Create","ResourceProperties":{"TableName":"books","Region":"us-west-2"}}
                """;

        var made = invoke("on-event", event);
        caller.sandbox().clock().advance(Duration.ofMinutes(5));
        var complete = invoke("is-complete", event);

        assertThat(made).isEqualTo("{\"PhysicalResourceId\":\"books-us-west-2\"}");
        assertThat(complete).isEqualTo("{\"IsComplete\":true}");
        assertThat(
                        call("dynamodb", "DescribeTable", "{\"TableName\":\"books\"}")
                                .at("/Table/Replicas/0/RegionName")
                                .asString())
                .isEqualTo("us-west-2");
    }

    @Test
    void it_may_no_more_than_its_role() throws IOException {
        table();
        allow("dynamodb:DescribeTable");
        function("on-event", REPLICAS, "index.onEventHandler");

        var refused =
                invoke(
                        "on-event",
                        """
                        {"RequestType":"Create","ResourceProperties":{"TableName":"books","Region":"us-west-2"}}
                        """);

        assertThat(refused)
                .contains("\"errorType\":\"AccessDeniedException\"")
                .contains("not authorized to perform: dynamodb:UpdateTable");
    }

    @Test
    void the_cdks_function_drops_mail_that_is_spam() throws IOException {
        function("drop-spam", SPAM, "index.handler");

        assertThat(invoke("drop-spam", mail("FAIL")))
                .isEqualTo("{\"disposition\":\"STOP_RULE_SET\"}");
        assertThat(invoke("drop-spam", mail("PASS"))).isEqualTo("null");
    }

    private static String mail(String spam) {
        return """
        {"Records":[{"ses":{"mail":{"messageId":"m1"},"receipt":{"spfVerdict":{"status":"PASS"},"dkimVerdict":{"status":"PASS"},
         "spamVerdict":{"status":"%s"},"virusVerdict":{"status":"PASS"}}}}]}
        """
                .formatted(spam);
    }

    private void table() {
        call(
                "dynamodb",
                "CreateTable",
                """
                {"TableName":"books","BillingMode":"PAY_PER_REQUEST",
                 "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],
                 "KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],
                 "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"}}
                """);
        caller.sandbox().clock().advance(Duration.ofMinutes(1));
    }

    private void allow(String... actions) {
        var document =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":%s,\"Resource\":\"*\"}]}"
                        .formatted(JSON.writeValueAsString(actions));
        var input = JSON.createObjectNode().put("RoleName", "replicator").put("PolicyName", "all");
        emulator.perform(caller, "iam", "PutRolePolicy", input.put("PolicyDocument", document));
    }

    private void function(String name, String file, String handler) throws IOException {
        var zip = FOLDER.resolve(name + ".zip");
        Zip.write(zip, "index.js", Files.readString(FOLDER.resolve(file)));
        var input =
                JSON.createObjectNode()
                        .put("FunctionName", name)
                        .put("Runtime", "nodejs22.x")
                        .put("Handler", handler)
                        .put("Role", "arn:aws:iam::111122223333:role/replicator")
                        .put("Timeout", 60)
                        .put("MemorySize", 512);
        input.putObject("Code").set("ZipFile", BinaryNode.valueOf(Files.readAllBytes(zip)));
        emulator.perform(caller, "lambda", "CreateFunction", input);
    }

    private String invoke(String name, String event) {
        var input = JSON.createObjectNode().put("FunctionName", name);
        input.set("Payload", BinaryNode.valueOf(event.getBytes(StandardCharsets.UTF_8)));
        return new String(
                emulator.perform(caller, "lambda", "Invoke", input).path("Payload").binaryValue(),
                StandardCharsets.UTF_8);
    }

    private JsonNode call(String service, String operation, String input) {
        return emulator.perform(caller, service, operation, JSON.readTree(input));
    }
}
