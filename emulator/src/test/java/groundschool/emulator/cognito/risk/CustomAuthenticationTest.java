package groundschool.emulator.cognito.risk;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.cognito.CognitoCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AccountTakeoverEventActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdvancedSecurityEnabledModeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdvancedSecurityModeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EventResponseType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Challenges of functions are watched where the pool says so, apart from passwords.
class CustomAuthenticationTest {

    private final Watched watched = new Watched(AdvancedSecurityModeType.AUDIT);
    private final CognitoCloud cloud = watched.cloud;

    @AfterEach
    void close() {
        watched.close();
    }

    @BeforeEach
    void somebody_is_there() {
        cloud.user(watched.client, "ada");
        var function = cloud.function(watched.pool);
        cloud.admin.updateUserPool(update ->
                update.userPoolId(watched.pool)
                        .autoVerifiedAttributes(VerifiedAttributeType.EMAIL)
                        .userPoolAddOns(more ->
                                more.advancedSecurityMode(AdvancedSecurityModeType.AUDIT)
                                        .advancedSecurityAdditionalFlows(flows ->
                                                flows.customAuthMode(
                                                        AdvancedSecurityEnabledModeType.ENFORCED)))
                        .lambdaConfig(functions ->
                                functions
                                        .defineAuthChallenge(function)
                                        .createAuthChallenge(function)
                                        .verifyAuthChallengeResponse(function)));
        cloud.functions.body = CustomAuthenticationTest::riddle;
    }

    /// The answer is `yes`, and there is one try.
    private static String riddle(JsonNode event) {
        var response = JsonMapper.shared().createObjectNode();
        var rounds = event.path("request").path("session");
        switch (event.path("triggerSource").asString()) {
            case "DefineAuthChallenge_Authentication" -> {
                var isRight = rounds.path(0).path("challengeResult").asBoolean(false);
                response.put("issueTokens", isRight);
                response.put("failAuthentication", !rounds.isEmpty() && !isRight);
                response.put("challengeName", "CUSTOM_CHALLENGE");
            }
            case "VerifyAuthChallengeResponse_Authentication" ->
                    response.put(
                            "answerCorrect",
                            event.path("request").path("challengeAnswer").asString().equals("yes"));
            default ->
                    response.putObject("publicChallengeParameters").put("question", "Is it you?");
        }
        return ((ObjectNode) event).set("response", response).toString();
    }

    private Object signIn(String answer) {
        var asked = cloud.begin(watched.client, AuthFlowType.CUSTOM_AUTH, "USERNAME", "ada");
        return cloud.answer(
                        watched.client,
                        ChallengeNameType.CUSTOM_CHALLENGE,
                        asked.session(),
                        "USERNAME",
                        "ada",
                        "ANSWER",
                        answer)
                .authenticationResult();
    }

    @Test
    void right_answers_and_wrong_ones_are_kept() {
        signIn("yes");
        refusal(() -> signIn("no"));

        assertThat(watched.events("ada"))
                .extracting(event -> event.eventResponse())
                .startsWith(EventResponseType.FAIL, EventResponseType.PASS);
        assertThat(watched.events("ada").getFirst().challengeResponses()).isEmpty();
    }

    @Test
    void they_are_blocked_though_passwords_are_only_audited() {
        signIn("yes");
        for (int i = 0; i < 3; i++) {
            refusal(() -> signIn("no"));
        }
        watched.actions(
                AccountTakeoverEventActionType.BLOCK,
                AccountTakeoverEventActionType.BLOCK,
                AccountTakeoverEventActionType.BLOCK);

        assertThat(refusal(() -> signIn("yes")))
                .isEqualTo("NotAuthorizedException: Unable to login because of security reasons.");
        assertThat(cloud.signIn(watched.client, "ada").accessToken()).isNotEmpty();
    }
}
