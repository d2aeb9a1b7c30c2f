package groundschool.emulator.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Ledger;
import groundschool.emulator.wire.Shape;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import tools.jackson.databind.json.JsonMapper;

/// Calls without a signature find their sandbox by what they bring, and no other.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnsignedOperationsTest {

    private final CognitoCloud cloud = new CognitoCloud();
    private final AccessKey other = cloud.emulator.sandboxes().create("444455556666");
    private final String pool =
            cloud.pool(wish ->
                    wish.policies(policies ->
                            policies.signInPolicy(policy ->
                                    policy.allowedFirstAuthFactorsWithStrings(
                                            "PASSWORD", "WEB_AUTHN"))));
    private final String client = cloud.client(pool);

    @AfterAll
    void close() {
        cloud.close();
    }

    Stream<String> operations() {
        var endpoint = cloud.emulator.endpoint("cognito-idp").orElseThrow();
        return endpoint.operations().stream()
                .filter(each -> !endpoint.model().operation(each).orElseThrow().signed())
                .sorted();
    }

    @Test
    void all_that_the_model_leaves_unsigned_are_tried() {
        assertThat(operations().toList()).hasSize(33);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void finds_its_sandbox(String operation) {
        var name = "user-" + operation.toLowerCase(Locale.ROOT);
        cloud.user(client, name);
        var token = cloud.signIn(client, name).accessToken();
        var session = cloud.begin(client, AuthFlowType.USER_AUTH, "USERNAME", name).session();
        var refresh = cloud.signIn(client, name).refreshToken();
        long before = ledger(cloud.key).lastNumber();
        long beforeOther = ledger(other).lastNumber();

        call(operation, input(operation, name, token, session, refresh));

        assertThat(ledger(cloud.key).since(before))
                .extracting(Ledger.Entry::operation)
                .as("the sandbox that it is for")
                .contains(operation);
        assertThat(ledger(other).since(beforeOther)).as("another").isEmpty();
    }

    private Ledger ledger(AccessKey key) {
        return cloud.emulator.sandboxes().open(key.sandbox()).ledger();
    }

    private void call(String operation, String input) {
        cloud.emulator.handle(
                HttpRequest.of(
                        "POST",
                        "/",
                        "",
                        Headers.of(
                                "Host",
                                "localhost",
                                "Content-Type",
                                "application/x-amz-json-1.1",
                                "X-Amz-Target",
                                "AWSCognitoIdentityProviderService." + operation),
                        input.getBytes(StandardCharsets.UTF_8)));
    }

    /// Good enough to get past the model: what counts is where the call goes.
    private String input(
            String operation, String name, String token, String session, String refresh) {
        var model = cloud.emulator.endpoint("cognito-idp").orElseThrow().model();
        var members =
                model.operation(operation).orElseThrow().input().members().stream()
                        .filter(member -> member.required() || member.name().equals("AccessToken"))
                        .map(Shape.Member::name)
                        .toList();
        var input = JsonMapper.shared().createObjectNode();
        for (var member : members) {
            switch (member) {
                case "UserPoolId" -> input.put(member, pool);
                case "EventId" -> input.put(member, "11111111-1111-1111-1111-111111111111");
                case "FeedbackToken" -> input.put(member, "abc");
                case "FeedbackValue" -> input.put(member, "Valid");
                case "ClientId" -> input.put(member, client);
                case "AccessToken" -> input.put(member, token);
                case "Username" -> input.put(member, name);
                case "RefreshToken", "Token" -> input.put(member, refresh);
                case "Session" -> input.put(member, session);
                case "Secret" -> input.put(member, "aSecretOfNobodys0123456789");
                case "Password", "ProposedPassword", "PreviousPassword" ->
                        input.put(member, CognitoCloud.PASSWORD);
                case "ConfirmationCode", "UserCode", "Code" -> input.put(member, "123456");
                case "AuthFlow" -> input.put(member, "USER_AUTH");
                case "ChallengeName" -> input.put(member, "SELECT_CHALLENGE");
                case "DeviceKey" ->
                        input.put(member, "eu-west-1_11111111-1111-1111-1111-111111111111");
                case "DeviceRememberedStatus" -> input.put(member, "remembered");
                case "AttributeName" -> input.put(member, "email");
                case "CredentialId" -> input.put(member, "abc");
                case "Credential" -> input.putObject(member);
                case "UserAttributes" ->
                        input.putArray(member).addObject().put("Name", "name").put("Value", "Ada");
                case "UserAttributeNames" -> input.putArray(member).add("nickname");
                case "MFAOptions" -> input.putArray(member);
                default -> throw new AssertionError("What is a " + member + "?");
            }
        }
        if (operation.equals("InitiateAuth")) {
            input.putObject("AuthParameters").put("USERNAME", name);
        }
        return input.toString();
    }
}
