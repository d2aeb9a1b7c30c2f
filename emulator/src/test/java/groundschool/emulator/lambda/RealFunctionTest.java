package groundschool.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.iam.Iam;
import groundschool.emulator.sandbox.Sandboxes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BinaryNode;

/// Functions from their upload to their log, in processes of this machine.
class RealFunctionTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Emulator emulator = new Emulator(Sandboxes.inMemory());
    private final Caller caller = caller();

    private Caller caller() {
        var key = emulator.sandboxes().create("111122223333");
        var sandbox = emulator.sandboxes().open(key.sandbox());
        return new Caller(sandbox, Iam.user("learner", sandbox).orElseThrow(), "eu-west-1");
    }

    @AfterEach
    void close() {
        emulator.close();
    }

    @Test
    void a_function_in_python_answers_and_its_log_is_in_cloudwatch_logs() {
        role("{\"Effect\":\"Allow\",\"Action\":\"logs:*\",\"Resource\":\"*\"}");
        create(
                """
                def handler(event, context):
                    print("hello", event["name"])
                    return {"greeting": "Hello " + event["name"], "function": context.function_name}
                """);

        var answer = invoke("{\"name\":\"Ada\"}");

        assertThat(text(answer.path("Payload")))
                .isEqualTo("{\"greeting\": \"Hello Ada\", \"function\": \"greeter\"}");
        assertThat(
                        new String(
                                Base64.getDecoder().decode(answer.path("LogResult").asString()),
                                StandardCharsets.UTF_8))
                .contains("hello Ada")
                .contains("REPORT RequestId: ");
        var events =
                emulator.perform(
                        caller,
                        "logs",
                        "FilterLogEvents",
                        JSON.createObjectNode().put("logGroupName", "/aws/lambda/greeter"));
        assertThat(events.path("events").valueStream().map(e -> e.path("message").asString()))
                .anyMatch(message -> message.startsWith("START RequestId: "))
                .anyMatch(message -> message.equals("hello Ada\n"))
                .anyMatch(message -> message.startsWith("REPORT RequestId: "));
    }

    @Test
    void a_function_whose_role_may_not_log_runs_and_leaves_no_log() {
        role("{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}");
        create("def handler(event, context):\n    return 1\n");

        assertThat(text(invoke("{}").path("Payload"))).isEqualTo("1");
        assertThat(
                        emulator.perform(
                                        caller,
                                        "logs",
                                        "DescribeLogGroups",
                                        JSON.createObjectNode())
                                .path("logGroups"))
                .isEmpty();
    }

    private static String text(JsonNode payload) {
        return new String(payload.binaryValue(), StandardCharsets.UTF_8);
    }

    private void role(String statement) {
        emulator.perform(
                caller,
                "iam",
                "CreateRole",
                JSON.createObjectNode()
                        .put("RoleName", "worker")
                        .put(
                                "AssumeRolePolicyDocument",
                                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":\"lambda.amazonaws.com\"}}]}"));
        emulator.perform(
                caller,
                "iam",
                "PutRolePolicy",
                JSON.createObjectNode()
                        .put("RoleName", "worker")
                        .put("PolicyName", "all")
                        .put(
                                "PolicyDocument",
                                "{\"Version\":\"2012-10-17\",\"Statement\":[%s]}"
                                        .formatted(statement)));
    }

    private void create(String code) {
        var input =
                JSON.createObjectNode()
                        .put("FunctionName", "greeter")
                        .put("Runtime", "python3.12")
                        .put("Handler", "app.handler")
                        .put("Role", LambdaCloud.ROLE);
        input.putObject("Code")
                .set("ZipFile", BinaryNode.valueOf(LambdaCloud.zip("app.py", code).asByteArray()));
        emulator.perform(caller, "lambda", "CreateFunction", input);
    }

    private JsonNode invoke(String event) {
        return emulator.perform(
                caller,
                "lambda",
                "Invoke",
                JSON.createObjectNode()
                        .put("FunctionName", "greeter")
                        .put("LogType", "Tail")
                        .set(
                                "Payload",
                                BinaryNode.valueOf(event.getBytes(StandardCharsets.UTF_8))));
    }
}
