package groundschool.emulator.cognito.trigger;

import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.PoolSettings;
import java.util.List;
import java.util.Optional;

/// When a pool asks a function, or tells it something.
///
/// Source: [Lambda
/// triggers](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html)
public enum Trigger {
    PRE_SIGN_UP("PreSignUp"),
    POST_CONFIRMATION("PostConfirmation"),
    PRE_AUTHENTICATION("PreAuthentication"),
    POST_AUTHENTICATION("PostAuthentication"),
    CUSTOM_MESSAGE("CustomMessage"),
    USER_MIGRATION("UserMigration"),
    DEFINE_AUTH_CHALLENGE("DefineAuthChallenge"),
    CREATE_AUTH_CHALLENGE("CreateAuthChallenge"),
    VERIFY_AUTH_CHALLENGE("VerifyAuthChallengeResponse"),
    PRE_TOKEN_GENERATION("PreTokenGeneration"),
    INBOUND_FEDERATION("InboundFederation");

    private final String called;

    Trigger(String called) {
        this.called = called;
    }

    /// As errors call it.
    String called() {
        return called;
    }

    /// The ARN of the function; absent if there is none.
    Optional<String> function(Pool pool) {
        var all = pool.settings().lambdaConfig();
        return switch (this) {
            case PRE_SIGN_UP -> all.preSignUp();
            case POST_CONFIRMATION -> all.postConfirmation();
            case PRE_AUTHENTICATION -> all.preAuthentication();
            case POST_AUTHENTICATION -> all.postAuthentication();
            case CUSTOM_MESSAGE -> all.customMessage();
            case USER_MIGRATION -> all.userMigration();
            case DEFINE_AUTH_CHALLENGE -> all.defineAuthChallenge();
            case CREATE_AUTH_CHALLENGE -> all.createAuthChallenge();
            case VERIFY_AUTH_CHALLENGE -> all.verifyAuthChallengeResponse();
            case PRE_TOKEN_GENERATION ->
                    all.preTokenGenerationConfig()
                            .map(PoolSettings.PreTokenGenerationConfig::lambdaArn)
                            .or(all::preTokenGeneration);
            case INBOUND_FEDERATION ->
                    all.inboundFederation().map(PoolSettings.InboundFederation::lambdaArn);
        };
    }

    /// What a function may fill in.
    List<String> answers() {
        return switch (this) {
            case PRE_SIGN_UP,
                    POST_CONFIRMATION,
                    PRE_AUTHENTICATION,
                    POST_AUTHENTICATION,
                    PRE_TOKEN_GENERATION ->
                    List.of();
            case CUSTOM_MESSAGE -> List.of("smsMessage", "emailMessage", "emailSubject");
            case USER_MIGRATION ->
                    List.of(
                            "userAttributes",
                            "forceAliasCreation",
                            "finalUserStatus",
                            "messageAction",
                            "desiredDeliveryMediums");
            case DEFINE_AUTH_CHALLENGE ->
                    List.of("challengeName", "issueTokens", "failAuthentication");
            case CREATE_AUTH_CHALLENGE ->
                    List.of(
                            "publicChallengeParameters",
                            "privateChallengeParameters",
                            "challengeMetadata");
            case VERIFY_AUTH_CHALLENGE -> List.of("answerCorrect");
            case INBOUND_FEDERATION -> List.of("userAttributesToMap");
        };
    }
}
