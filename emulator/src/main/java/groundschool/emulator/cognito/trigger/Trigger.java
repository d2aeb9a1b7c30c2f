package groundschool.emulator.cognito.trigger;

import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.PoolSettings;
import groundschool.emulator.cognito.pool.PoolSettings.LambdaConfig;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// When a pool asks a function, or tells it something.
///
/// Source: [Lambda
/// triggers](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html)
public enum Trigger {
    PRE_SIGN_UP("PreSignUp", LambdaConfig::preSignUp),
    POST_CONFIRMATION("PostConfirmation", LambdaConfig::postConfirmation),
    PRE_AUTHENTICATION("PreAuthentication", LambdaConfig::preAuthentication),
    POST_AUTHENTICATION("PostAuthentication", LambdaConfig::postAuthentication),
    CUSTOM_MESSAGE(
            "CustomMessage",
            LambdaConfig::customMessage,
            "smsMessage",
            "emailMessage",
            "emailSubject"),
    USER_MIGRATION(
            "UserMigration",
            LambdaConfig::userMigration,
            "userAttributes",
            "forceAliasCreation",
            "finalUserStatus",
            "messageAction",
            "desiredDeliveryMediums"),
    DEFINE_AUTH_CHALLENGE(
            "DefineAuthChallenge",
            LambdaConfig::defineAuthChallenge,
            "challengeName",
            "issueTokens",
            "failAuthentication"),
    CREATE_AUTH_CHALLENGE(
            "CreateAuthChallenge",
            LambdaConfig::createAuthChallenge,
            "publicChallengeParameters",
            "privateChallengeParameters",
            "challengeMetadata"),
    VERIFY_AUTH_CHALLENGE(
            "VerifyAuthChallengeResponse",
            LambdaConfig::verifyAuthChallengeResponse,
            "answerCorrect"),
    PRE_TOKEN_GENERATION(
            "PreTokenGeneration",
            config ->
                    config.preTokenGenerationConfig()
                            .map(PoolSettings.PreTokenGenerationConfig::lambdaArn)
                            .or(config::preTokenGeneration));

    private final String called;
    private final Function<LambdaConfig, Optional<String>> function;
    private final List<String> answers;

    Trigger(String called, Function<LambdaConfig, Optional<String>> function, String... answers) {
        this.called = called;
        this.function = function;
        this.answers = List.of(answers);
    }

    /// As errors call it.
    String called() {
        return called;
    }

    /// The ARN of the function; absent if there is none.
    Optional<String> function(Pool pool) {
        return function.apply(pool.settings().lambdaConfig());
    }

    /// What a function may fill in.
    List<String> answers() {
        return answers;
    }
}
