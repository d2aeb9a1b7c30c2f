package groundschool.emulator.cognito.message;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.cognito.CognitoCloud;
import groundschool.emulator.kms.KeyClient;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CustomEmailSenderLambdaVersionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CustomSMSSenderLambdaVersionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LambdaConfigType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Functions of the owner's send what the pool would send, and get codes that only their key opens.
class CustomSenderTest {

    private final CognitoCloud cloud = new CognitoCloud();
    private final String pool = cloud.pool();
    private final String client = cloud.client(pool);

    @AfterEach
    void close() {
        cloud.close();
    }

    private String key() {
        return cloud.call("kms", "CreateKey", "{}").path("KeyMetadata").path("Arn").asString();
    }

    private void senders(Consumer<LambdaConfigType.Builder> functions) {
        cloud.admin.updateUserPool(update ->
                update.userPoolId(pool)
                        .autoVerifiedAttributes(
                                VerifiedAttributeType.EMAIL, VerifiedAttributeType.PHONE_NUMBER)
                        .lambdaConfig(functions));
    }

    private String byEmail() {
        var key = key();
        var function = cloud.function(pool);
        senders(functions ->
                functions
                        .customEmailSender(sender ->
                                sender.lambdaArn(function)
                                        .lambdaVersion(CustomEmailSenderLambdaVersionType.V1_0))
                        .kmsKeyID(key));
        return key;
    }

    /// The event that the function got; it comes by itself.
    private JsonNode event() throws InterruptedException {
        var deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (cloud.functions.events.isEmpty() && Instant.now().isBefore(deadline)) {
            Thread.sleep(5);
        }
        assertThat(cloud.functions.events).as("an event within a minute").isNotEmpty();
        return cloud.functions.events.getFirst();
    }

    private DecryptedMessage opened(JsonNode event) throws Exception {
        return DecryptedMessage.of(
                Base64.getDecoder().decode(event.path("request").path("code").asString()),
                this::dataKey);
    }

    private byte[] dataKey(byte[] blob, Map<String, String> context) {
        var input = JsonMapper.shared().createObjectNode();
        input.put("CiphertextBlob", Base64.getEncoder().encodeToString(blob));
        input.set("EncryptionContext", JsonMapper.shared().valueToTree(context));
        var answer = cloud.call("kms", "Decrypt", input.toString());
        return Base64.getDecoder().decode(answer.path("Plaintext").asString());
    }

    @Test
    void a_code_by_e_mail_goes_to_the_function_and_nowhere_else() throws Exception {
        var key = byEmail();

        cloud.signUp(client, "ada");

        var event = event();
        assertThat(event.path("triggerSource").asString()).isEqualTo("CustomEmailSender_SignUp");
        assertThat(event.path("userName").asString()).isEqualTo("ada");
        assertThat(event.path("request").path("type").asString())
                .isEqualTo("customEmailSenderRequestV1");
        assertThat(event.path("request").path("userAttributes").path("email").asString())
                .isEqualTo("ada@example.com");
        assertThat(event.path("request").path("code").asString())
                .as("what all codes of Cognito begin with: version 1, of its suite")
                .startsWith("AYADe");
        assertThat(cloud.inbox()).isEmpty();
        var opened = opened(event);
        assertThat(opened.keyArn()).isEqualTo(key);
        assertThat(opened.context()).containsEntry("userpool-id", pool);
        cloud.anybody.confirmSignUp(confirm ->
                confirm.clientId(client)
                        .username("ada")
                        .confirmationCode(text(opened.plaintext())));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void so_does_one_by_sms() throws Exception {
        var key = key();
        var function = cloud.function(pool);
        senders(functions ->
                functions
                        .customSMSSender(sender ->
                                sender.lambdaArn(function)
                                        .lambdaVersion(CustomSMSSenderLambdaVersionType.V1_0))
                        .kmsKeyID(key));

        cloud.anybody.signUp(user ->
                user.clientId(client)
                        .username("ada")
                        .password(CognitoCloud.PASSWORD)
                        .userAttributes(CognitoCloud.attribute("phone_number", "+4915112345678")));

        assertThat(event().path("triggerSource").asString()).isEqualTo("CustomSMSSender_SignUp");
        assertThat(text(opened(event()).plaintext())).matches("\\d{6}");
        assertThat(cloud.inbox()).isEmpty();
    }

    @Test
    void what_an_administrator_gives_is_a_password() throws Exception {
        byEmail();

        cloud.admin.adminCreateUser(user ->
                user.userPoolId(pool)
                        .username("ada")
                        .temporaryPassword(CognitoCloud.PASSWORD)
                        .userAttributes(CognitoCloud.attribute("email", "ada@example.com")));

        assertThat(event().path("triggerSource").asString())
                .isEqualTo("CustomEmailSender_AdminCreateUser");
        assertThat(text(opened(event()).plaintext())).isEqualTo(CognitoCloud.PASSWORD);
    }

    @Test
    void long_texts_come_in_frames() throws Exception {
        var key = key();
        var text = "It was you. ".repeat(1_000).getBytes(StandardCharsets.UTF_8);

        var message =
                EncryptedMessage.of(
                        text,
                        key,
                        new TreeMap<>(Map.of("userpool-id", pool)),
                        KeyClient.of(
                                cloud.sandbox().services().as(cloud.key.principal(), "eu-west-1")),
                        new SecureRandom());

        assertThat(DecryptedMessage.of(message, this::dataKey).plaintext()).isEqualTo(text);
    }

    @Test
    void senders_need_a_key() {
        var function = cloud.function(pool);

        assertThat(
                        refusal(() ->
                                senders(functions ->
                                        functions.customEmailSender(sender ->
                                                sender.lambdaArn(function)
                                                        .lambdaVersion(
                                                                CustomEmailSenderLambdaVersionType
                                                                        .V1_0)))))
                .startsWith("InvalidParameterException: KMSKeyID is required");
    }
}
