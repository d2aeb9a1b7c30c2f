package groundschool.emulator.cognito;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LambdaConfigType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreTokenGenerationLambdaVersionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreTokenGenerationVersionConfigType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How pools call their functions: when, how often, and for how long they wait.
class TriggerPatienceTest {

    private final CognitoCloud cloud = new CognitoCloud();
    private final String pool = cloud.pool();
    private final String client = cloud.client(pool);
    private final String function = cloud.function(pool);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void close() {
        end.countDown();
        cloud.close();
    }

    private void trigger(LambdaConfigType functions) {
        cloud.admin.updateUserPool(update ->
                update.userPoolId(pool)
                        .autoVerifiedAttributes(VerifiedAttributeType.EMAIL)
                        .lambdaConfig(functions));
    }

    private List<String> sources() {
        return cloud.functions.events.stream()
                .map(event -> event.path("triggerSource").asString())
                .toList();
    }

    /// Says nothing until the test is over.
    private String silent(JsonNode event) {
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return event.toString();
    }

    @Test
    void a_function_that_says_nothing_for_five_seconds_is_asked_again() {
        trigger(LambdaConfigType.builder().preSignUp(function).build());
        cloud.functions.body =
                event -> cloud.functions.events.size() < 2 ? silent(event) : event.toString();

        cloud.signUp(client, "ada");

        assertThat(sources()).containsExactly("PreSignUp_SignUp", "PreSignUp_SignUp");
    }

    @Test
    void a_function_that_says_nothing_three_times_is_given_up() {
        trigger(LambdaConfigType.builder().preSignUp(function).build());
        cloud.functions.body = this::silent;

        assertThat(refusal(() -> cloud.signUp(client, "ada")))
                .startsWith("UnexpectedLambdaException: PreSignUp invocation failed");

        assertThat(sources()).hasSize(3);
        assertThat(cloud.admin.listUsers(all -> all.userPoolId(pool)).users()).isEmpty();
    }

    @Test
    void functions_hear_of_what_administrators_do() {
        trigger(
                LambdaConfigType.builder()
                        .preSignUp(function)
                        .customMessage(function)
                        .postConfirmation(function)
                        .build());
        cloud.admin.adminCreateUser(user ->
                user.userPoolId(pool)
                        .username("ada")
                        .userAttributes(CognitoCloud.attribute("email", "ada@example.com")));
        cloud.signUp(client, "bob");
        cloud.anybody.resendConfirmationCode(again -> again.clientId(client).username("bob"));
        cloud.admin.adminConfirmSignUp(confirm -> confirm.userPoolId(pool).username("bob"));

        assertThat(sources())
                .containsExactly(
                        "PreSignUp_AdminCreateUser",
                        "CustomMessage_AdminCreateUser",
                        "PreSignUp_SignUp",
                        "CustomMessage_SignUp",
                        "CustomMessage_ResendCode",
                        "PostConfirmation_ConfirmSignUp");
    }

    @Test
    void functions_hear_of_forgotten_passwords_and_of_new_addresses() {
        cloud.user(client, "ada");
        trigger(
                LambdaConfigType.builder()
                        .customMessage(function)
                        .postConfirmation(function)
                        .build());
        cloud.admin.adminUpdateUserAttributes(update ->
                update.userPoolId(pool)
                        .username("ada")
                        .userAttributes(CognitoCloud.attribute("email_verified", "true")));

        cloud.anybody.forgotPassword(forgot -> forgot.clientId(client).username("ada"));
        cloud.anybody.confirmForgotPassword(confirm ->
                confirm.clientId(client)
                        .username("ada")
                        .confirmationCode(cloud.code())
                        .password("Battery-staple-2"));
        var token = cloud.signIn(client, "ada", "Battery-staple-2").accessToken();
        cloud.anybody.updateUserAttributes(update ->
                update.accessToken(token)
                        .userAttributes(CognitoCloud.attribute("email", "ada@new.example")));
        cloud.anybody.getUserAttributeVerificationCode(
                code -> code.accessToken(token).attributeName("email"));

        assertThat(sources())
                .containsExactly(
                        "CustomMessage_ForgotPassword",
                        "PostConfirmation_ConfirmForgotPassword",
                        "CustomMessage_UpdateUserAttribute",
                        "CustomMessage_VerifyUserAttribute");
    }

    @Test
    void the_third_version_changes_tokens_that_are_refreshed_too() {
        cloud.user(client, "ada");
        trigger(
                LambdaConfigType.builder()
                        .preTokenGenerationConfig(
                                PreTokenGenerationVersionConfigType.builder()
                                        .lambdaArn(function)
                                        .lambdaVersion(PreTokenGenerationLambdaVersionType.V3_0)
                                        .build())
                        .build());
        cloud.functions.body =
                event ->
                        ((ObjectNode) event)
                                .set(
                                        "response",
                                        JsonMapper.shared()
                                                .readTree(
                                                        """
                                                        {"claimsAndScopeOverrideDetails": {"accessTokenGeneration": {"claimsToAddOrOverride": {"team": "red"}}}}
                                                        """))
                                .toString();

        var tokens = cloud.signIn(client, "ada");
        var more =
                cloud.begin(
                                client,
                                software.amazon.awssdk.services.cognitoidentityprovider.model
                                        .AuthFlowType.REFRESH_TOKEN_AUTH,
                                "REFRESH_TOKEN",
                                tokens.refreshToken())
                        .authenticationResult();

        assertThat(CognitoCloud.claims(tokens.accessToken())).containsEntry("team", "red");
        assertThat(CognitoCloud.claims(more.accessToken())).containsEntry("team", "red");
        assertThat(sources())
                .containsExactly("TokenGeneration_Authentication", "TokenGeneration_RefreshTokens");
        assertThat(cloud.functions.events.getFirst().path("version").asString()).isEqualTo("3");
    }
}
