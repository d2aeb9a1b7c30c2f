package groundschool.emulator.sts;

import groundschool.emulator.AwsException;
import groundschool.emulator.iam.policy.MalformedPolicyException;
import groundschool.emulator.wire.RequestIds;

/// STS's errors, in its words.
///
/// Source: recorded answers of STS; the API model for names and statuses
public final class StsErrors {

    private StsErrors() {}

    public static AwsException validation(String message) {
        return new AwsException(400, "ValidationError", message);
    }

    public static AwsException invalidParameter(String message) {
        return new AwsException(400, "InvalidParameterValue", message);
    }

    /// A role's ARN that is none.
    public static AwsException invalidArn(String arn) {
        return validation(arn + " is invalid");
    }

    /// The same where nobody signs, as
    /// [configure-aws-credentials](https://github.com/aws-actions/configure-aws-credentials/issues)
    /// receives it.
    public static AwsException invalidRequestArn() {
        return validation("Request ARN is invalid");
    }

    public static AwsException accessDenied(String message) {
        return new AwsException(403, "AccessDenied", message);
    }

    public static AwsException malformedPolicy(MalformedPolicyException malformed) {
        return new AwsException(400, "MalformedPolicyDocument", malformed.text());
    }

    public static AwsException packedTooLarge(int percent) {
        return new AwsException(
                400,
                "PackedPolicyTooLarge",
                "Packed size of session tags consumes %d%% of allotted space.".formatted(percent));
    }

    public static AwsException invalidAuthorizationMessage() {
        return new AwsException(
                400,
                "InvalidAuthorizationMessageException",
                "Message is not valid and cannot be decoded");
    }

    public static AwsException invalidIdentityToken(String message) {
        return new AwsException(400, "InvalidIdentityToken", message);
    }

    /// The account trusts no such provider.
    public static AwsException noProvider(String issuer) {
        return invalidIdentityToken(
                "No OpenIDConnect provider found in your account for " + issuer);
    }

    /// The provider's keys could not be had, or none of them is the token's. With two spaces, as
    /// [aws-sdk-rust #827](https://github.com/awslabs/aws-sdk-rust/issues/827) received it.
    public static AwsException noVerificationKey() {
        return invalidIdentityToken(
                "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements");
    }

    /// Unlike AWS, the emulator asks nobody beyond this machine.
    public static AwsException unreachableProvider(String issuer) {
        return new AwsException(
                400,
                "IDPCommunicationError",
                "Groundschool's emulator asks identity providers on this machine only (localhost, 127.0.0.1 or [::1]), and %s is elsewhere."
                        .formatted(issuer));
    }

    public static AwsException expiredToken(String message) {
        return new AwsException(400, "ExpiredTokenException", message);
    }

    /// The identity provider says that it does not know who asks.
    public static AwsException rejectedClaim(String message) {
        return new AwsException(403, "IDPRejectedClaim", message);
    }

    /// A SAML response that is none, in the words of the service that reads them for STS, as
    /// [cloudbeaver #3112](https://github.com/dbeaver/cloudbeaver/issues/3112) received them.
    public static AwsException invalidSamlResponse(String message) {
        return samlRefused(message, "AuthSamlInvalidSamlResponseException");
    }

    /// The account has no such SAML provider.
    public static AwsException noSamlProvider() {
        return samlRefused("Specified provider doesn't exist", "AuthSamlManifestNotFoundException");
    }

    private static AwsException samlRefused(String message, String code) {
        return invalidIdentityToken(
                "%s (Service: AWSOpenIdDiscoveryService; Status Code: 400; Error Code: %s; Request ID: %s; Proxy: null)"
                        .formatted(message, code, RequestIds.uuid()));
    }
}
