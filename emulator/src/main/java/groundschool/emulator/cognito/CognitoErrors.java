package groundschool.emulator.cognito;

import groundschool.emulator.AwsException;
import java.util.List;

/// Every error of user pools once, in AWS's words.
///
/// Source: the messages that clients of AWS report; [Managing error
/// responses](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html)
public final class CognitoErrors {

    private CognitoErrors() {}

    private static AwsException error(String code, String message) {
        return new AwsException(400, code, message);
    }

    public static AwsException invalid(String message) {
        return error("InvalidParameterException", message);
    }

    public static AwsException notAuthorized(String message) {
        return error("NotAuthorizedException", message);
    }

    private static AwsException notFound(String message) {
        return error("ResourceNotFoundException", message);
    }

    /// Something of AWS that the emulator does not have.
    public static AwsException notYet(String what) {
        return invalid("Groundschool's emulator does not have %s yet.".formatted(what));
    }

    public static AwsException poolNotFound(String id) {
        return notFound("User pool %s does not exist.".formatted(id));
    }

    public static AwsException clientNotFound(String id) {
        return notFound("User pool client %s does not exist.".formatted(id));
    }

    public static AwsException groupNotFound() {
        return notFound("Group not found.");
    }

    public static AwsException resourceServerNotFound(String identifier) {
        return notFound("Resource server %s does not exist.".formatted(identifier));
    }

    public static AwsException resourceNotFound(String what) {
        return notFound(what + " does not exist.");
    }

    public static AwsException groupExists(String name) {
        return error(
                "GroupExistsException", "A group with the name %s already exists.".formatted(name));
    }

    public static AwsException userNotFound() {
        return error("UserNotFoundException", "User does not exist.");
    }

    /// What operations say that know a client rather than a pool.
    public static AwsException userOfClientNotFound() {
        return error("UserNotFoundException", "Username/client id combination not found.");
    }

    public static AwsException userExists() {
        return error("UsernameExistsException", "User already exists");
    }

    public static AwsException accountExists() {
        return error("UsernameExistsException", "User account already exists");
    }

    /// A user name is an attribute here, and another user has it.
    public static AwsException accountExists(String attribute) {
        return error(
                "UsernameExistsException",
                "An account with the given %s already exists.".formatted(attribute));
    }

    public static AwsException aliasExists(String attribute) {
        return error(
                "AliasExistsException",
                "An account with the %s already exists.".formatted(attribute));
    }

    public static AwsException notConfirmed() {
        return error("UserNotConfirmedException", "User is not confirmed.");
    }

    public static AwsException resetRequired() {
        return error("PasswordResetRequiredException", "Password reset required for the user");
    }

    /// Says as little as it can.
    public static AwsException incorrect() {
        return notAuthorized("Incorrect username or password.");
    }

    public static AwsException disabled() {
        return notAuthorized("User is disabled.");
    }

    public static AwsException attemptsExceeded() {
        return notAuthorized("Password attempts exceeded");
    }

    public static AwsException limitExceeded() {
        return error(
                "LimitExceededException", "Attempt limit exceeded, please try after some time.");
    }

    public static AwsException tooMany(String message) {
        return error("LimitExceededException", message);
    }

    public static AwsException cannotConfirm(String status) {
        return notAuthorized("User cannot be confirmed. Current status is " + status);
    }

    public static AwsException codeMismatch() {
        return error(
                "CodeMismatchException", "Invalid verification code provided, please try again.");
    }

    public static AwsException codeMismatch(String message) {
        return error("CodeMismatchException", message);
    }

    public static AwsException codeExpired() {
        return error("ExpiredCodeException", "Invalid code provided, please request a code again.");
    }

    public static AwsException codeExpired(String message) {
        return error("ExpiredCodeException", message);
    }

    /// @param why such as `Password not long enough`
    public static AwsException password(String why) {
        return error("InvalidPasswordException", "Password did not conform with policy: " + why);
    }

    public static AwsException passwordHistory() {
        return error(
                "PasswordHistoryPolicyViolationException",
                "Password has previously been used. Choose a different password.");
    }

    /// @param complaints such as `email: The attribute is required`
    public static AwsException schema(List<String> complaints) {
        return invalid(
                "Attributes did not conform to the schema: "
                        + String.join("\n", complaints)
                        + "\n");
    }

    public static AwsException sessionExpired() {
        return notAuthorized("Invalid session for the user, session is expired.");
    }

    public static AwsException sessionUsed() {
        return notAuthorized("Invalid session for the user, session can only be used once.");
    }

    public static AwsException sessionInvalid() {
        return notAuthorized("Invalid session for the user.");
    }

    public static AwsException invalidAccessToken() {
        return notAuthorized("Invalid Access Token");
    }

    public static AwsException accessTokenExpired() {
        return notAuthorized("Access Token has expired");
    }

    public static AwsException accessTokenRevoked() {
        return notAuthorized("Access Token has been revoked");
    }

    public static AwsException invalidRefreshToken() {
        return notAuthorized("Invalid Refresh Token");
    }

    public static AwsException missing(String parameter) {
        return invalid("Missing required parameter " + parameter);
    }

    public static AwsException unsupportedState(String message) {
        return error("UnsupportedUserStateException", message);
    }

    /// @param feature as AWS calls it
    public static AwsException notInTier(String feature, String tier) {
        return error(
                "FeatureUnavailableInTierException",
                "The following features need to be disabled for the %s pricing tier configured: %s"
                        .formatted(tier, feature));
    }

    /// @param trigger such as `PreSignUp`
    /// @param why what the function threw
    public static AwsException lambdaRefused(String trigger, String why) {
        return error(
                "UserLambdaValidationException",
                "%s failed with error %s.".formatted(trigger, why));
    }

    public static AwsException lambdaUnreachable(String trigger, String why) {
        return error(
                "UnexpectedLambdaException",
                "%s invocation failed due to error %s.".formatted(trigger, why));
    }

    public static AwsException lambdaAnswer(String message) {
        return error("InvalidLambdaResponseException", message);
    }

    public static AwsException of(String code, String message) {
        return error(code, message);
    }
}
