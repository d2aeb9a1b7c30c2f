package groundschool.emulator.cognito;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LambdaConfigType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreTokenGenerationLambdaVersionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class TriggersTest {

    private final CognitoCloud cloud = new CognitoCloud();
    private final String pool = cloud.pool();
    private final String client = cloud.client(pool);
    private final String function = cloud.function(pool);

    @AfterEach
    void close() {
        cloud.close();
    }

    private void trigger(Consumer<LambdaConfigType.Builder> functions) {
        cloud.admin.updateUserPool(update ->
                update.userPoolId(pool)
                        .autoVerifiedAttributes(VerifiedAttributeType.EMAIL)
                        .lambdaConfig(functions));
    }

    private void answering(String source, String response) {
        cloud.functions.body =
                event ->
                        event.path("triggerSource").asString().equals(source)
                                ? ((ObjectNode) event)
                                        .set("response", JsonMapper.shared().readTree(response))
                                        .toString()
                                : event.toString();
    }

    @Test
    void a_function_confirms_who_signs_up() {
        trigger(all -> all.preSignUp(function).postConfirmation(function));
        answering(
                "PreSignUp_SignUp",
                "{\"autoConfirmUser\": true, \"autoVerifyEmail\": true, \"autoVerifyPhone\": false}");

        cloud.signUp(client, "ada");

        assertThat(cloud.inbox()).isEmpty();
        assertThat(CognitoCloud.claims(cloud.signIn(client, "ada").idToken()))
                .containsEntry("email_verified", true);
        assertThat(cloud.functions.events)
                .extracting(event -> event.path("triggerSource").asString())
                .containsExactly("PreSignUp_SignUp", "PostConfirmation_ConfirmSignUp");
        var first = cloud.functions.events.getFirst();
        assertThat(first.path("userName").asString()).isEqualTo("ada");
        assertThat(first.path("userPoolId").asString()).isEqualTo(pool);
        assertThat(first.path("callerContext").path("clientId").asString()).isEqualTo(client);
        assertThat(first.path("request").path("userAttributes").path("email").asString())
                .isEqualTo("ada@example.com");
    }

    @Test
    void what_a_function_throws_the_client_is_told() {
        trigger(all -> all.preSignUp(function));
        cloud.functions.body =
                _ -> {
                    throw new TriggerRuntimes.Failure("Only colleagues");
                };

        assertThat(refusal(() -> cloud.signUp(client, "ada")))
                .isEqualTo(
                        "UserLambdaValidationException: PreSignUp failed with error Only colleagues.");
        assertThat(cloud.admin.listUsers(list -> list.userPoolId(pool)).users()).isEmpty();
    }

    @Test
    void an_answer_that_is_none_is_refused() {
        trigger(all -> all.preSignUp(function));
        cloud.functions.body = _ -> "null";

        assertThat(refusal(() -> cloud.signUp(client, "ada")))
                .isEqualTo("InvalidLambdaResponseException: Unrecognizable lambda output");
    }

    @Test
    void a_pool_that_may_not_call_the_function_says_so() {
        trigger(all -> all.preSignUp(function));
        cloud.call(
                "lambda",
                "RemovePermission",
                "{\"FunctionName\": \"trigger\", \"StatementId\": \"pool\"}");

        assertThat(refusal(() -> cloud.signUp(client, "ada")))
                .isEqualTo(
                        "UnexpectedLambdaException: PreSignUp invocation failed due to error AccessDeniedException.");
    }

    @Test
    void functions_hear_of_every_sign_in() {
        cloud.user(client, "ada");
        trigger(all -> all.preAuthentication(function).postAuthentication(function));

        cloud.signIn(client, "ada");

        assertThat(cloud.functions.events)
                .extracting(event -> event.path("triggerSource").asString())
                .containsExactly(
                        "PreAuthentication_Authentication", "PostAuthentication_Authentication");
    }

    @Test
    void the_first_version_changes_id_tokens() {
        cloud.user(client, "ada");
        trigger(all -> all.preTokenGeneration(function));
        answering(
                "TokenGeneration_Authentication",
                """
                {"claimsOverrideDetails": {"claimsToAddOrOverride": {"team": "shop", "sub": "forged"},
                 "claimsToSuppress": ["email"], "groupOverrideDetails": {"groupsToOverride": ["staff"]}}}
                """);

        var tokens = cloud.signIn(client, "ada");

        var id = CognitoCloud.claims(tokens.idToken());
        assertThat(id)
                .containsEntry("team", "shop")
                .containsEntry("cognito:groups", List.of("staff"))
                .doesNotContainKey("email");
        assertThat(id.get("sub")).isNotEqualTo("forged");
        assertThat(CognitoCloud.claims(tokens.accessToken())).doesNotContainKey("team");
    }

    @Test
    void the_second_version_changes_access_tokens_and_their_scopes() {
        cloud.user(client, "ada");
        trigger(all ->
                all.preTokenGenerationConfig(config ->
                        config.lambdaArn(function)
                                .lambdaVersion(PreTokenGenerationLambdaVersionType.V2_0)));
        answering(
                "TokenGeneration_Authentication",
                """
                {"claimsAndScopeOverrideDetails": {"accessTokenGeneration":
                 {"claimsToAddOrOverride": {"tenant": {"id": 7}}, "scopesToAdd": ["shop/read"]}}}
                """);

        var access = CognitoCloud.claims(cloud.signIn(client, "ada").accessToken());

        assertThat(access).containsEntry("tenant", Map.of("id", 7L));
        assertThat(access).containsEntry("scope", "aws.cognito.signin.user.admin shop/read");
        assertThat(cloud.functions.events.getLast().path("version").asString()).isEqualTo("2");
    }

    @Test
    void messages_are_in_the_words_of_a_function() {
        trigger(all -> all.customMessage(function));
        answering(
                "CustomMessage_SignUp",
                "{\"emailSubject\": \"Hello\", \"emailMessage\": \"Your number: {####}\", \"smsMessage\": null}");

        cloud.signUp(client, "ada");

        var mail = cloud.inbox().getFirst();
        assertThat(mail.subject()).isEqualTo("Hello");
        assertThat(mail.body()).isEqualTo("Your number: " + mail.code().orElseThrow());
    }

    @Test
    void people_move_in_with_the_password_that_they_had() {
        trigger(all -> all.userMigration(function));
        answering(
                "UserMigration_Authentication",
                """
                {"userAttributes": {"email": "old@example.com", "email_verified": "true"},
                 "finalUserStatus": "CONFIRMED", "messageAction": "SUPPRESS"}
                """);

        var tokens = cloud.signIn(client, "old");

        assertThat(CognitoCloud.claims(tokens.idToken())).containsEntry("email", "old@example.com");
        var events = cloud.functions.events.size();
        cloud.signIn(client, "old");
        assertThat(cloud.functions.events).hasSize(events);
    }

    @Test
    void people_who_have_forgotten_the_password_move_in_too() {
        trigger(all -> all.userMigration(function));
        answering(
                "UserMigration_ForgotPassword",
                """
                {"userAttributes": {"email": "old@example.com", "email_verified": "true"},
                 "messageAction": "SUPPRESS"}
                """);

        cloud.anybody.forgotPassword(forgot -> forgot.clientId(client).username("old"));
        cloud.anybody.confirmForgotPassword(confirm ->
                confirm.clientId(client)
                        .username("old")
                        .confirmationCode(cloud.code())
                        .password(CognitoCloud.PASSWORD));

        assertThat(cloud.signIn(client, "old").accessToken()).isNotEmpty();
    }

    @Test
    void functions_ask_and_judge_challenges_of_their_own() {
        cloud.user(client, "ada");
        trigger(all ->
                all.defineAuthChallenge(function)
                        .createAuthChallenge(function)
                        .verifyAuthChallengeResponse(function));
        cloud.functions.body = TriggersTest::riddle;

        var first = cloud.begin(client, AuthFlowType.CUSTOM_AUTH, "USERNAME", "ada");

        assertThat(first.challengeName()).isEqualTo(ChallengeNameType.CUSTOM_CHALLENGE);
        assertThat(first.challengeParameters())
                .containsEntry("question", "6 × 7")
                .containsEntry("USERNAME", "ada")
                .doesNotContainKey("answer");
        var second =
                cloud.answer(
                        client,
                        ChallengeNameType.CUSTOM_CHALLENGE,
                        first.session(),
                        "USERNAME",
                        "ada",
                        "ANSWER",
                        "41");
        assertThat(second.challengeName()).isEqualTo(ChallengeNameType.CUSTOM_CHALLENGE);
        var third =
                cloud.answer(
                        client,
                        ChallengeNameType.CUSTOM_CHALLENGE,
                        second.session(),
                        "USERNAME",
                        "ada",
                        "ANSWER",
                        "42");
        assertThat(third.authenticationResult().accessToken()).isNotEmpty();
    }

    private static String riddle(JsonNode event) {
        var response = JsonMapper.shared().createObjectNode();
        var session = event.path("request").path("session");
        switch (event.path("triggerSource").asString()) {
            case "DefineAuthChallenge_Authentication" -> {
                var isDone =
                        session.valueStream()
                                .anyMatch(round -> round.path("challengeResult").asBoolean());
                response.put("issueTokens", isDone)
                        .put("failAuthentication", session.size() > 3)
                        .put("challengeName", "CUSTOM_CHALLENGE");
            }
            case "CreateAuthChallenge_Authentication" -> {
                response.putObject("publicChallengeParameters").put("question", "6 × 7");
                response.putObject("privateChallengeParameters").put("answer", "42");
            }
            default ->
                    response.put(
                            "answerCorrect",
                            event.path("request")
                                    .path("privateChallengeParameters")
                                    .path("answer")
                                    .equals(event.path("request").path("challengeAnswer")));
        }
        return ((ObjectNode) event).set("response", response).toString();
    }
}
