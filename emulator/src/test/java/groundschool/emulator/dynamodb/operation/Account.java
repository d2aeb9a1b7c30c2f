package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import groundschool.emulator.AwsException;
import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.Principal;
import groundschool.emulator.sandbox.Ledger;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An empty account, spoken to in JSON as on the wire.
final class Account implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Emulator emulator = new Emulator(Sandboxes.inMemory());
    private final Caller caller;

    Account() {
        var key = emulator.sandboxes().create("123456789012");
        var sandbox = emulator.sandboxes().open(key.sandbox());
        caller = new Caller(sandbox, key.principal(), "eu-west-1");
    }

    /// The answer, read again from its text as a client would.
    JsonNode call(String operation, String input) {
        return call("dynamodb", operation, input);
    }

    /// What another service answers.
    JsonNode call(String service, String operation, String input) {
        return json(emulator.perform(caller, service, operation, JSON.readTree(input)).toString());
    }

    /// What is answered in another Region.
    JsonNode callIn(String region, String service, String operation, String input) {
        return json(
                emulator.perform(caller.in(region), service, operation, JSON.readTree(input))
                        .toString());
    }

    /// Why another Region refuses.
    String refusalIn(String region, String operation, String input) {
        var refusal =
                catchThrowableOfType(
                        AwsException.class, () -> callIn(region, "dynamodb", operation, input));
        return refusal.code() + ": " + refusal.message();
    }

    /// A user who may do these actions, and nothing else, on all resources.
    Principal user(String name, String... actions) {
        var users = call("iam", "ListUsers", "{}").path("Users").valueStream();
        if (users.noneMatch(user -> user.path("UserName").asString().equals(name))) {
            call("iam", "CreateUser", "{\"UserName\": \"" + name + "\"}");
        }
        var policy =
                JSON.createObjectNode()
                        .put("UserName", name)
                        .put("PolicyName", "may")
                        .put(
                                "PolicyDocument",
                                """
                                {"Version": "2012-10-17",
                                 "Statement": [{"Effect": "Allow", "Resource": "*", "Action": ["%s"]}]}
                                """
                                        .formatted(String.join("\", \"", actions)));
        call("iam", "PutUserPolicy", policy.toString());
        var id =
                call("iam", "GetUser", "{\"UserName\": \"" + name + "\"}")
                        .path("User")
                        .path("UserId")
                        .asString();
        return new Principal.User(caller.sandbox().account(), "/", name, id);
    }

    /// Why somebody else is refused.
    String refusalOf(Principal principal, String operation, String input) {
        var refusal =
                catchThrowableOfType(
                        AwsException.class,
                        () ->
                                emulator.perform(
                                        caller.as(principal),
                                        "dynamodb",
                                        operation,
                                        JSON.readTree(input)));
        return refusal.code() + ": " + refusal.message();
    }

    /// Why the call is refused.
    String refusal(String operation, String input) {
        return refusal("dynamodb", operation, input);
    }

    /// Why another service refuses.
    String refusal(String service, String operation, String input) {
        var refusal =
                catchThrowableOfType(AwsException.class, () -> call(service, operation, input));
        return refusal.code() + ": " + refusal.message();
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    Sandbox sandbox() {
        return caller.sandbox();
    }

    /// The account's newest entry in the ledger.
    Ledger.Entry lastEntry() {
        return sandbox().ledger().entries().getLast();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
