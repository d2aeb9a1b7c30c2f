package groundschool.emulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import groundschool.emulator.Emulator;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The AWS CLI that is installed here, if one is.
class AwsCliTest {

    @TempDir static Path folder;

    private static Emulator emulator;
    private static EmulatorServer server;
    private static AccessKey key;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(OtherProgram.find("aws").isPresent(), "skipped: there is no `aws` on PATH");
        var version = OtherProgram.run(folder, Map.of(), List.of("aws", "--version"));
        assumeTrue(version.exit() == 0, "skipped: `aws` does not run: " + version.output());
        emulator = new Emulator(Sandboxes.inMemory());
        server = EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of());
        key = emulator.sandboxes().create("111122223333");
        Files.createFile(folder.resolve("empty"));
        var created =
                aws(
                        key,
                        "create-table --table-name orders --billing-mode PAY_PER_REQUEST"
                                + " --attribute-definitions AttributeName=id,AttributeType=S"
                                + " --key-schema AttributeName=id,KeyType=HASH");
        assertThat(created.exit()).as(created.output()).isZero();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
            emulator.close();
        }
    }

    @Test
    void waits_for_a_table_and_describes_it() {
        assertThat(aws(key, "wait table-exists --table-name orders").exit()).isZero();
        assertThat(json(aws(key, "describe-table --table-name orders")).at("/Table/TableStatus"))
                .hasToString("\"ACTIVE\"");
    }

    @Test
    void puts_an_item_and_gets_it() {
        var put = aws(key, "put-item --table-name orders --item {\"id\":{\"S\":\"o-1\"}}");
        var got = aws(key, "get-item --table-name orders --key {\"id\":{\"S\":\"o-1\"}}");

        assertThat(put.exit()).as(put.output()).isZero();
        assertThat(json(got).at("/Item/id/S")).hasToString("\"o-1\"");
    }

    @Test
    void queries_a_table() {
        aws(
                key,
                "put-item --table-name orders --item {\"id\":{\"S\":\"o-2\"},\"total\":{\"N\":\"9.90\"}}");

        var found =
                aws(
                        key,
                        "query --table-name orders --key-condition-expression id=:id"
                                + " --expression-attribute-values {\":id\":{\"S\":\"o-2\"}}"
                                + " --query Items[].total.N");

        assertThat(json(found)).hasToString("[\"9.9\"]");
    }

    @Test
    void runs_a_statement() throws IOException {
        var statement =
                Files.writeString(
                        folder.resolve("statement.json"),
                        """
                        {"Statement": "SELECT total FROM \\"orders\\" WHERE id = ?", "Parameters": [{"S": "o-3"}]}
                        """);
        aws(
                key,
                "put-item --table-name orders --item {\"id\":{\"S\":\"o-3\"},\"total\":{\"N\":\"3\"}}");

        var found = aws(key, "execute-statement --cli-input-json file://" + statement);

        assertThat(json(found).at("/Items/0/total/N")).hasToString("\"3\"");
    }

    @Test
    void prints_a_refusal_in_aws_s_words() {
        var refused = aws(key, "describe-table --table-name nothing");

        assertThat(refused.exit()).isNotZero();
        assertThat(refused.output())
                .contains(
                        "An error occurred (ResourceNotFoundException) when calling the DescribeTable operation: Requested resource not found: Table: nothing not found");
    }

    @Test
    void is_refused_with_a_wrong_secret() {
        var wrong = new AccessKey(key.id(), "not-the-secret", key.principal(), key.sandbox());

        assertThat(aws(wrong, "list-tables").output())
                .contains(
                        "An error occurred (InvalidSignatureException) when calling the ListTables operation: The request signature we calculated does not match");
    }

    @Test
    void lends_the_permissions_of_a_role() throws IOException {
        var trust =
                Files.writeString(
                        folder.resolve("trust.json"),
                        """
                        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
                         "Principal":{"AWS":"arn:aws:iam::111122223333:user/learner"}}]}
                        """);
        var role =
                called(
                        key,
                        "iam",
                        "create-role --role-name reader --assume-role-policy-document file://"
                                + trust);
        assertThat(json(role).at("/Role/Arn"))
                .hasToString("\"arn:aws:iam::111122223333:role/reader\"");
        called(
                key,
                "iam",
                "attach-role-policy --role-name reader --policy-arn arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess");

        var assumed =
                json(called(
                                key,
                                "sts",
                                "assume-role --role-arn arn:aws:iam::111122223333:role/reader --role-session-name noon"))
                        .path("Credentials");
        var asRole =
                Map.of(
                        "AWS_ACCESS_KEY_ID", assumed.path("AccessKeyId").asString(),
                        "AWS_SECRET_ACCESS_KEY", assumed.path("SecretAccessKey").asString(),
                        "AWS_SESSION_TOKEN", assumed.path("SessionToken").asString());

        assertThat(json(called(asRole, "sts", "get-caller-identity")).at("/Arn"))
                .hasToString("\"arn:aws:sts::111122223333:assumed-role/reader/noon\"");
        assertThat(called(asRole, "dynamodb", "list-tables").exit()).isZero();
        assertThat(called(asRole, "dynamodb", "delete-table --table-name orders").output())
                .contains(
                        "An error occurred (AccessDeniedException) when calling the DeleteTable operation: User: arn:aws:sts::111122223333:assumed-role/reader/noon is not authorized to perform: dynamodb:DeleteTable on resource: arn:aws:dynamodb:");
    }

    @Test
    void follows_a_log() {
        called(key, "logs", "create-log-group --log-group-name shop");
        called(key, "logs", "create-log-stream --log-group-name shop --log-stream-name web");
        var put =
                called(
                        key,
                        "logs",
                        "put-log-events --log-group-name shop --log-stream-name web --log-events timestamp=%d,message=hello timestamp=%d,message=bye"
                                .formatted(System.currentTimeMillis(), System.currentTimeMillis()));
        assertThat(put.exit()).as(put.output()).isZero();

        var found =
                called(
                        key,
                        "logs",
                        "filter-log-events --log-group-name shop --filter-pattern hello");
        assertThat(json(found).at("/events/0/message")).hasToString("\"hello\"");
        var tail = called(key, "logs", "tail shop --format short");
        if (!tail.output().contains("Invalid choice")
                && !tail.output().contains("invalid choice")) {
            assertThat(tail.output()).contains("hello", "bye");
        }
    }

    @Test
    void counts_and_alarms() {
        var put =
                called(
                        key,
                        "cloudwatch",
                        "put-metric-data --namespace shop --metric-name sold --value 3");
        assertThat(put.exit()).as(put.output()).isZero();

        var alarm =
                called(
                        key,
                        "cloudwatch",
                        "put-metric-alarm --alarm-name few --namespace shop --metric-name sold --statistic Sum --period 60 --evaluation-periods 1 --threshold 1 --comparison-operator LessThanThreshold");
        assertThat(alarm.exit()).as(alarm.output()).isZero();
        assertThat(
                        json(called(key, "cloudwatch", "list-metrics --namespace shop"))
                                .at("/Metrics/0/MetricName"))
                .hasToString("\"sold\"");
        assertThat(
                        json(called(key, "cloudwatch", "describe-alarms"))
                                .at("/MetricAlarms/0/StateValue"))
                .hasToString("\"INSUFFICIENT_DATA\"");
        assertThat(
                        called(
                                        key,
                                        "cloudwatch",
                                        "set-alarm-state --alarm-name none --state-value OK --state-reason x")
                                .output())
                .contains("(ResourceNotFound) when calling the SetAlarmState operation");
    }

    @Test
    void uploads_a_function_invokes_it_and_reads_its_log() throws IOException {
        var trust =
                Files.writeString(
                        folder.resolve("lambda.json"),
                        """
                        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
                         "Principal":{"Service":"lambda.amazonaws.com"}}]}
                        """);
        called(
                key,
                "iam",
                "create-role --role-name worker --assume-role-policy-document file://" + trust);
        called(
                key,
                "iam",
                "attach-role-policy --role-name worker --policy-arn arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole");
        Zip.write(
                folder.resolve("app.zip"),
                "app.py",
                "def handler(event, context):\n    print('seen', event)\n    return {'n': event['n'] + 1}\n");
        var created =
                called(
                        key,
                        "lambda",
                        "create-function --function-name counter --runtime python3.12 --handler app.handler"
                                + " --role arn:aws:iam::111122223333:role/worker --zip-file fileb://"
                                + folder.resolve("app.zip"));
        assertThat(json(created).at("/State")).hasToString("\"Pending\"");
        assertThat(called(key, "lambda", "wait function-active-v2 --function-name counter").exit())
                .isZero();

        var event = Files.writeString(folder.resolve("event.json"), "{\"n\": 1}");
        var answer = folder.resolve("answer.json");
        var invoked =
                called(
                        key,
                        "lambda",
                        "invoke --function-name counter --payload fileb://" + event + " " + answer);

        assertThat(json(invoked).at("/StatusCode")).hasToString("200");
        assertThat(Files.readString(answer)).isEqualTo("{\"n\": 2}");
        assertThat(
                        called(
                                        key,
                                        "logs",
                                        "filter-log-events --log-group-name /aws/lambda/counter --query events[].message")
                                .output())
                .contains("seen {'n': 1}")
                .contains("REPORT RequestId: ");
    }

    @Test
    void encrypts_with_a_key_of_kms_and_decrypts_again() throws IOException {
        var id = json(called(key, "kms", "create-key")).at("/KeyMetadata/KeyId").asString();
        called(key, "kms", "create-alias --alias-name alias/cli --target-key-id " + id);
        var plain = Files.writeString(folder.resolve("plain"), "secret");

        var encrypted =
                json(
                        called(
                                key,
                                "kms",
                                "encrypt --key-id alias/cli --encryption-context a=b --plaintext fileb://"
                                        + plain));

        var blob = Base64.getDecoder().decode(encrypted.at("/CiphertextBlob").asString());
        var file = Files.write(folder.resolve("blob"), blob);
        var decrypted =
                json(
                        called(
                                key,
                                "kms",
                                "decrypt --encryption-context a=b --ciphertext-blob fileb://"
                                        + file));
        assertThat(Base64.getDecoder().decode(decrypted.at("/Plaintext").asString()))
                .asString()
                .isEqualTo("secret");
        assertThat(called(key, "kms", "decrypt --ciphertext-blob fileb://" + file).output())
                .contains("(InvalidCiphertextException)");
    }

    private static OtherProgram aws(AccessKey key, String arguments) {
        return called(key, "dynamodb", arguments);
    }

    private static OtherProgram called(AccessKey key, String service, String arguments) {
        return called(
                OtherProgram.environment(server.uri(), key, folder.resolve("empty")),
                service,
                arguments);
    }

    /// @param environment what differs from that of the first key
    private static OtherProgram called(
            Map<String, String> environment, String service, String arguments) {
        var command = new ArrayList<String>();
        command.add(OtherProgram.find("aws").orElseThrow().toString());
        command.addAll(
                List.of(
                        "--endpoint-url",
                        server.uri().toString(),
                        "--output",
                        "json",
                        "--cli-read-timeout",
                        "30",
                        service));
        command.addAll(List.of(arguments.split(" ")));
        var all =
                new HashMap<>(OtherProgram.environment(server.uri(), key, folder.resolve("empty")));
        all.putAll(environment);
        return OtherProgram.run(folder, all, command);
    }

    private static JsonNode json(OtherProgram program) {
        assertThat(program.exit()).as(program.output()).isZero();
        return JsonMapper.shared().readTree(program.output());
    }
}
