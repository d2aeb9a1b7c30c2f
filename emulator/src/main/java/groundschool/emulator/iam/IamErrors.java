package groundschool.emulator.iam;

import groundschool.emulator.AwsException;
import groundschool.emulator.iam.policy.MalformedPolicyException;

/// IAM's errors, in its words.
///
/// Source: the API model for names and statuses; the messages from recorded answers of IAM
public final class IamErrors {

    private IamErrors() {}

    /// @param kind such as `user`, as IAM puts it into the message
    public static AwsException noSuchEntity(String kind, String name) {
        return noSuchEntity("The %s with name %s cannot be found.".formatted(kind, name));
    }

    public static AwsException noSuchEntity(String message) {
        return new AwsException(404, "NoSuchEntity", message);
    }

    /// @param kind such as `User`, as IAM puts it into the message
    public static AwsException alreadyExists(String kind, String name) {
        return alreadyExists("%s with name %s already exists.".formatted(kind, name));
    }

    public static AwsException alreadyExists(String message) {
        return new AwsException(409, "EntityAlreadyExists", message);
    }

    public static AwsException deleteConflict(String message) {
        return new AwsException(409, "DeleteConflict", message);
    }

    public static AwsException limitExceeded(String message) {
        return new AwsException(409, "LimitExceeded", message);
    }

    public static AwsException invalidInput(String message) {
        return new AwsException(400, "InvalidInput", message);
    }

    public static AwsException validation(String message) {
        return new AwsException(400, "ValidationError", message);
    }

    public static AwsException accessDenied(String message) {
        return new AwsException(403, "AccessDenied", message);
    }

    public static AwsException invalidToken() {
        return new AwsException(
                403,
                "InvalidClientTokenId",
                "The security token included in the request is invalid");
    }

    public static AwsException passwordPolicyViolation(String message) {
        return new AwsException(400, "PasswordPolicyViolation", message);
    }

    public static AwsException invalidUserType(String message) {
        return new AwsException(400, "InvalidUserType", message);
    }

    public static AwsException noLoginProfile(String userName) {
        return noSuchEntity("Login Profile for User %s cannot be found.".formatted(userName));
    }

    public static AwsException noAccessKey(String id) {
        return noSuchEntity("The Access Key with id %s cannot be found.".formatted(id));
    }

    public static AwsException noMfaDevice(String serialNumber) {
        return noSuchEntity(
                "MFA Device with serial number %s does not exist.".formatted(serialNumber));
    }

    public static AwsException invalidAuthenticationCode() {
        return new AwsException(
                403, "InvalidAuthenticationCode", "Authentication code for device is not valid.");
    }

    /// @param code `ReportNotPresent` or `ReportExpired`
    public static AwsException noReport(String code, String message) {
        return new AwsException(410, code, message);
    }

    public static AwsException malformedPolicy(MalformedPolicyException malformed) {
        return new AwsException(400, "MalformedPolicyDocument", malformed.text());
    }

    /// A managed policy that is not there, or not attached.
    public static AwsException policyNotFound(String arn) {
        return noSuchEntity("Policy %s was not found.".formatted(arn));
    }

    /// A role that belongs to a service, as aws-nuke met many:
    /// [331](https://github.com/rebuy-de/aws-nuke/issues/331).
    public static AwsException unmodifiableRole(String name) {
        return new AwsException(
                400,
                "UnmodifiableEntity",
                "Cannot perform the operation on the protected role '%s' - this role is only modifiable by AWS"
                        .formatted(name));
    }

    /// A path that only services make roles in. AWS's words were not found anywhere.
    public static AwsException reservedPath(String path) {
        return invalidInput("The path %s is reserved for service-linked roles.".formatted(path));
    }

    public static AwsException policyNotAttachable(String message) {
        return new AwsException(400, "PolicyNotAttachable", message);
    }

    public static AwsException malformedCertificate(String message) {
        return new AwsException(400, "MalformedCertificate", message);
    }

    public static AwsException keyPairMismatch() {
        return new AwsException(
                400,
                "KeyPairMismatch",
                "The public key certificate and the private key do not match.");
    }

    public static AwsException duplicateCertificate() {
        return new AwsException(
                409,
                "DuplicateCertificate",
                "The same certificate is associated with an IAM user in the account.");
    }

    public static AwsException invalidPublicKey() {
        return new AwsException(
                400, "InvalidPublicKey", "The public key is malformed or otherwise invalid.");
    }

    public static AwsException duplicateSshKey() {
        return new AwsException(
                400,
                "DuplicateSSHPublicKey",
                "The SSH public key is already associated with the specified IAM user.");
    }

    public static AwsException notSupportedService(String service) {
        return new AwsException(
                404,
                "NotSupportedService",
                "The specified service %s does not support service-specific credentials."
                        .formatted(service));
    }

    /// There is no organization here that an account could be in.
    public static AwsException organizationNotFound() {
        return new AwsException(
                400,
                "OrganizationNotFoundException",
                "The request was rejected because no organization is associated with your account.");
    }
}
