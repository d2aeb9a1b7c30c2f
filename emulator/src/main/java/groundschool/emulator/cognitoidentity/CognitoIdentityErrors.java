package groundschool.emulator.cognitoidentity;

import groundschool.emulator.AwsException;

/// The errors of identity pools, in Cognito's words.
///
/// Source: answers of Cognito that people quote in its issues and forums; the API model for names
public final class CognitoIdentityErrors {

    private CognitoIdentityErrors() {}

    private static AwsException of(String code, String message) {
        return new AwsException(400, code, message);
    }

    public static AwsException invalidParameter(String message) {
        return of("InvalidParameterException", message);
    }

    public static AwsException notAuthorized(String message) {
        return of("NotAuthorizedException", message);
    }

    public static AwsException poolNotFound(String id) {
        return of("ResourceNotFoundException", "IdentityPool '%s' not found.".formatted(id));
    }

    public static AwsException identityNotFound(String id) {
        return of("ResourceNotFoundException", "Identity '%s' not found.".formatted(id));
    }

    public static AwsException noGuests() {
        return notAuthorized("Unauthenticated access is not supported for this identity pool.");
    }

    public static AwsException forbidden(String identityId) {
        return notAuthorized("Access to Identity '%s' is forbidden.".formatted(identityId));
    }

    public static AwsException loginsDiffer() {
        return notAuthorized(
                "Logins don't match. Please include at least one valid login for this identity or identity pool.");
    }

    public static AwsException unknownProvider() {
        return notAuthorized("Token is not from a supported provider of this identity pool.");
    }

    /// @param why a sentence
    public static AwsException invalidLogin(String why) {
        return notAuthorized("Invalid login token. " + why);
    }

    public static AwsException noClassicFlow() {
        return invalidParameter("Basic (classic) flow is not enabled, please use enhanced flow.");
    }

    public static AwsException invalidRoles() {
        return of(
                "InvalidIdentityPoolConfigurationException",
                "Invalid identity pool configuration. Check assigned IAM roles for this pool.");
    }

    public static AwsException alreadyRegistered() {
        return of(
                "DeveloperUserAlreadyRegisteredException",
                "The developer user identifier is already registered with another identity.");
    }

    public static AwsException loginTaken() {
        return of("ResourceConflictException", "Another identity is already linked to this login.");
    }

    public static AwsException limitExceeded(String message) {
        return of("LimitExceededException", message);
    }

    /// Something that AWS has and the emulator does not: never passed over in silence.
    public static AwsException notYet(String what) {
        return invalidParameter(
                "Groundschool's emulator does not have %s of Cognito identity pools yet. docs/coverage.md lists what it has."
                        .formatted(what));
    }
}
